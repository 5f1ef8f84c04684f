/** The alert itself, shaped after CAP 1.2 and free of every framework. */
package jp.noroshi.core.alert;
