/** 火災情報: the notices a fire command centre sends as JSON. */
package jp.noroshi.core.intake.fire;
