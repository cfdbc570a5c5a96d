package org.yicheng;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.yicheng.home.Rehearsal;
import org.yicheng.home.Signals;

/** Yicheng: decide, then deliver. One process; the modules are the direct sub-packages of this package. */
@SpringBootApplication
@EnableScheduling
public class YichengApplication {

    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(YichengApplication.class);
        application.addInitializers(Signals::close);
        ConfigurableApplicationContext context = application.run(args);
        if (Rehearsal.asked(context)) {
            System.exit(Rehearsal.perform(context));
        }
    }
}
