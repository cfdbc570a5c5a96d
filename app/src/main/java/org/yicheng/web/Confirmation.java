package org.yicheng.web;

import java.util.Map;

/**
 * The page that asks once more before an act that cannot be taken back; template {@code web/confirm}.
 *
 * @param title what is about to happen, as a heading
 * @param consequence what it means, in a sentence
 * @param verb the button, naming the consequence: 结束表决（不能重新打开）
 * @param action where the form goes
 * @param fields what it carries
 * @param back where one goes who does not want it
 */
public record Confirmation(
        String title, String consequence, String verb, String action, Map<String, String> fields, String back) {}
