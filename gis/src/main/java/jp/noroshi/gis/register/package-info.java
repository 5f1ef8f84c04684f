/**
 * The register of people who need assistance (避難行動要支援者名簿), what they agreed to, to whom it was
 * disclosed, and every look at them.
 */
package jp.noroshi.gis.register;
