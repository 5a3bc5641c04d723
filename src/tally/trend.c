#include "tally/trend.h"

int64_t trend_since(const Period *period) {
    if (period->since == NO_TIME) return NO_TIME;
    int64_t last = date_week(zone_local(period->zone, period->since));
    int64_t weeks = zone_epoch(period->zone, date_week_start(last - TREND_WEEKS + 1));
    bool longer = period->before != NO_TIME && period->before < weeks;
    return longer ? period->before : weeks;
}
