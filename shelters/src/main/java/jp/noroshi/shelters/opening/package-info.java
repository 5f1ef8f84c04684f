/** Which sites take people in, as staff say. */
package jp.noroshi.shelters.opening;
