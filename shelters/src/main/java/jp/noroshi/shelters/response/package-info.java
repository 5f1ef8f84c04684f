/**
 * Response (対応): from an evacuation order over the plans it touches to the last person known to be
 * safe. What happens to one person is decided by {@link jp.noroshi.shelters.response.CaseRules}
 * alone.
 */
package jp.noroshi.shelters.response;
