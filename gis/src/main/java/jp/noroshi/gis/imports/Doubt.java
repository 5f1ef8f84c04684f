package jp.noroshi.gis.imports;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What is odd about a row: said to people, never mended in silence.
 *
 * @param code what it is
 * @param field the column it is about, as written in the file; empty for the row as a whole
 * @param value what stands there, or what was made of it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Doubt(DoubtCode code, String field, String value) {}
