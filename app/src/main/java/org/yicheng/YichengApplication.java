package org.yicheng;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Yicheng: decide, then deliver. One process; the modules are the direct sub-packages of this package. */
@SpringBootApplication
@EnableScheduling
public class YichengApplication {

    public static void main(String[] args) {
        SpringApplication.run(YichengApplication.class, args);
    }
}
