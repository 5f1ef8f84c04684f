/** Who shall be told: the subscribers and the port that answers who is inside an area. */
package jp.noroshi.core.audience;
