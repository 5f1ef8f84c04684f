/**
 * The talk (やりとり): everything by which somebody outside is asked, answers or reports, on LINE, by
 * push, on a page or by telephone. What a word changes is decided by {@link
 * jp.noroshi.shelters.response.CaseAnswers} alone; the response knows nothing of this room and asks
 * through {@link jp.noroshi.shelters.response.Errands}.
 */
package jp.noroshi.shelters.talk;
