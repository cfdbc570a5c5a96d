package org.yicheng.assembly.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ContentDisposition;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.assembly.Exchange;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;

/** People, bodies, votes and records in the formats of others. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "exchange", description = "通用格式导出 Exports in common formats")
class ExchangeApi {

    private final Exchange exchange;
    private final Scope scope;

    ExchangeApi(Exchange exchange, Scope scope) {
        this.exchange = exchange;
        this.scope = scope;
    }

    @Operation(summary = "机构、成员、会议和表决（Popolo） People, bodies and votes as Popolo")
    @GetMapping("/bodies/{id}/popolo.json")
    @Needs(Permission.ROSTER_READ)
    ResponseEntity<byte[]> popolo(@PathVariable String id) {
        scope.body(id, Permission.ROSTER_READ);
        return file(exchange.popolo(id), "application/json", id + "-popolo.json");
    }

    @Operation(summary = "会议记录（Akoma Ntoso） The record of a sitting as Akoma Ntoso")
    @GetMapping("/sittings/{id}/record.akn.xml")
    @Needs(Permission.DESK_READ)
    ResponseEntity<byte[]> record(@PathVariable String id) {
        scope.sitting(id, Permission.DESK_READ);
        return file(exchange.akomaNtoso(id), "application/akn+xml", id + ".akn.xml");
    }

    private static ResponseEntity<byte[]> file(byte[] content, String type, String name) {
        return ResponseEntity.ok()
                .header("Content-Type", type)
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
