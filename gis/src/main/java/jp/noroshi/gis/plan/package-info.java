/** Individual evacuation plans, who helps, and whether the plans would still work. */
package jp.noroshi.gis.plan;
