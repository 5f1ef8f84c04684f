/** The decision what to tell whom on which media: drafts, guard rails, approval, the pipeline. */
package jp.noroshi.core.dispatch;
