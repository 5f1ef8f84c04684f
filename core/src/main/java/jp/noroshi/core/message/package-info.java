/** Texts: templates and renderings per medium and language. */
package jp.noroshi.core.message;
