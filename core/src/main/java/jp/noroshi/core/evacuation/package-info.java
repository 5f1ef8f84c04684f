/** Evacuation orders (避難情報の発令) as a state per district. A JMA level never makes one by itself. */
package jp.noroshi.core.evacuation;
