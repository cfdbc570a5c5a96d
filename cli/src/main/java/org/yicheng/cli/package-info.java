/** Commands: {@code yicheng <noun> <verb>}. Cores without Spring; everything else over the REST API. */
package org.yicheng.cli;
