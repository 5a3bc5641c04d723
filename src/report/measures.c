#include "report/measures.h"

#include "report/measure_words.h"

#include <math.h>

// The words of the rubric language, by number.
static const char *const STATS[] = {"mean",   "median", "p90", "max",
                                    "spread", "share",  "gap"};
static const char *const BYS[] = {"all", "team", "agent", "channel"};
static const char *const UNITS[] = {"score", "s", "number"};
static const char *const REACHED[] = {"met", "missed", "not certain", "too few calls",
                                      ""};

static void put_text(Buf *out, Str text) {
    buf_csv(out, text);
    buf_byte(out, ',');
}

static void put_number(Buf *out, bool given, double number) {
    if (given) buf_trimmed(out, llround(number * 1000));
    buf_byte(out, ',');
}

static void put_measure(Buf *out, const Measure *measure) {
    put_text(out, measure->id);
    put_text(out, measure->of_text);
    buf_format(out, "%s,%s,", STATS[measure->stat], BYS[measure->by]);
    put_text(out, channel_words(out->arena, measure, ";"));
    buf_format(out, "%u,%s,", measure->min_calls, UNITS[measure->unit]);
    const Target *target = &measure->target;
    put_number(out, measure->has_target && isfinite(target->least), target->least);
    put_number(out, measure->has_target && isfinite(target->most), target->most);
    put_number(out, measure->stat == STAT_SHARE, target->share);
}

static void put_group(Buf *out, const MeasureGroup *group) {
    put_text(out, group->name);
    buf_format(out, "%u,%u,", group->calls, group->known);
    put_number(out, group->has_value, group->value);
    put_number(out, group->has_interval, group->low);
    put_number(out, group->has_interval, group->high);
    buf_format(out, "%s\n", REACHED[group->reached]);
}

void measures_put(Buf *out, const Tally *tally) {
    buf_text(out, "measure,of,stat,by,channel,min_calls,unit,at_least,at_most,share,"
                  "group,calls,known,value,low,high,reached\n");
    vec_each(const MeasureTally, item, &tally->measures)
        vec_each(const MeasureGroup, group, &item->groups) {
            put_measure(out, item->measure);
            put_group(out, group);
        }
}
