package jp.noroshi.gis.imports;

/**
 * A kind of import: how its files are read and what they change.
 *
 * @param reader reads
 * @param target changes
 */
public record ImportSource(ImportReader reader, ImportTarget target) {}
