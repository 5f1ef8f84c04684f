/** 避難所の開設: what the hub tells itself of its shelters, so that it goes the way of every alert. */
package jp.noroshi.core.intake.opening;
