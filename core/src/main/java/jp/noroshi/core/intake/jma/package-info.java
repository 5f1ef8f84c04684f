/** 気象庁防災情報XML: the header of every telegram, and the whole of those the hub acts on. */
package jp.noroshi.core.intake.jma;
