package org.yicheng.livelihood.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.livelihood.District;
import org.yicheng.livelihood.Districts;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;

/** Drawings of districts, over REST. */
@RestController
@RequestMapping("/api/v1/bodies/{body}/livelihood/districts")
@Tag(name = "livelihood")
class DistrictApi {

    private final Districts districts;
    private final LivelihoodScope scope;

    DistrictApi(Districts districts, LivelihoodScope scope) {
        this.districts = districts;
        this.scope = scope;
    }

    record Drawing(List<District> districts) {}

    @Operation(summary = "区县图：各区县的格子和四至 The drawing: tiles and bounds of the districts")
    @GetMapping
    @Needs(Permission.PUBLIC_READ)
    List<District> all(@PathVariable String body) {
        return districts.of(body);
    }

    @Operation(summary = "登记区县图 Replace the drawing")
    @PutMapping
    @Needs(Permission.LIVELIHOOD_KEEP)
    List<District> draw(@PathVariable String body, @RequestBody Drawing drawing) {
        scope.kept(body);
        return districts.draw(body, drawing.districts()).orThrow();
    }
}
