/**
 * The values every rule speaks in: where a rule stands ({@link org.yicheng.rule.Citation}), why something may not be
 * done ({@link org.yicheng.rule.Refusal}), the answer of a rule ({@link org.yicheng.rule.Ruling}), a sentence still
 * without a language ({@link org.yicheng.rule.Phrase}) and the texts that put it into Chinese or English
 * ({@link org.yicheng.rule.Words}).
 */
package org.yicheng.rule;
