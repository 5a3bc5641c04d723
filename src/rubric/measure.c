#include "rubric/measure.h"

#include <stddef.h>

const char *const STATISTIC_NAMES[] = {
    [STAT_MEAN] = "mean", [STAT_MEDIAN] = "median", [STAT_P90] = "p90",
    [STAT_MAX] = "max",   [STAT_SPREAD] = "spread", [STAT_SHARE] = "share",
    [STAT_GAP] = "gap",   [STAT_GAP + 1] = NULL,
};

const char *const MEASURE_BY_NAMES[] = {
    [BY_ALL] = "all",         [BY_TEAM] = "team",      [BY_AGENT] = "agent",
    [BY_CHANNEL] = "channel", [BY_CHANNEL + 1] = NULL,
};
