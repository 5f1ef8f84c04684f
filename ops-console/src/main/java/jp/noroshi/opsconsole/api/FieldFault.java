package jp.noroshi.opsconsole.api;

import java.util.Map;

/**
 * What is wrong with one field of a request.
 *
 * @param field a JSON pointer into the body, or the name of a parameter
 * @param rule the broken rule of the schema ({@code required}, {@code maxLength} …); the key of its
 *     text
 * @param slots what the text mentions
 */
record FieldFault(String field, String rule, Map<String, String> slots) {}
