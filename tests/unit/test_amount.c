#include "detect/amount.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

// A text and the number and unit it is, or NULL when it is no amount.
static const struct {
    const char *text, *amount;
} TEXTS[] = {
    {"14", "14 "},
    {"14 days", "14 days"},
    {"14-day", "14 day"},
    {"14days.", "14 days"},
    {"1,200", "1200 "},
    {"1,234,567.5", "1234567.5 "},
    {"1,20", NULL},
    {"1,2345", NULL},
    {"1.2.3", NULL},
    {"£1,200.50", "1200.5 £"},
    {"$ 30", "30 $"},
    {"30€", "30 €"},
    {"30%", "30 %"},
    {"30 per cent", "30 per cent"},
    {"thirty five", "35 "},
    {"thirty-five", "35 "},
    {"two hundred and fifty pounds", "250 pounds"},
    {"a hundred", "100 "},
    {"hundred", "100 "},
    {"nineteen hundred", "1900 "},
    {"nineteen ninety nine", "1999 "},
    {"one oh five", "105 "},
    {"oh", "0 "},
    {"oh two oh", "20 "},
    {"two thousand and five", "2005 "},
    {"two thousand twenty four", "2024 "},
    {"nine thousand nine hundred and ninety nine", "9999 "},
    {"ten thousand", NULL},
    {"one two three four five", NULL},
    {"two point five percent", "2.5 percent"},
    {"two point", NULL},
    {"half an hour", "0.5 hour"},
    {"half a day", "0.5 day"},
    {"two and a half days", "2.5 days"},
    {"an hour and a half", "1.5 hour"},
    {"1 hour 30 minutes", "1.5 hour"},
    {"two hours and thirty minutes", "2.5 hours"},
    {"two pounds fifty", "2.5 pounds"},
    {"£2 and 50 pence", "2.5 £"},
    {"two days fifty", NULL},
    {"30 minutes 1 hour", NULL},
    {"3 to 5 days", NULL},
    {"3-5 days", NULL},
    {"9:30", NULL},
    {"", NULL},
    {" ", NULL},
    {"a few days", NULL},
    {"a few", NULL},
    {"an", NULL},
    {"a week", "1 week"},
    {"GBP 30", "30 GBP"},
    {"monday", NULL},
    {"pounds", NULL},
    {"£", NULL},
    {"9 am", "9 am"},
};

static void test_parse(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        Amount amount;
        char text[64] = "";
        bool good = amount_parse(str_from(TEXTS[i].text), &amount);
        if (good)
            snprintf(text, sizeof text, "%.10g %.*s", amount.number,
                     STR_ARG(amount.unit));
        if (good != (TEXTS[i].amount != NULL))
            fail_msg("'%s' is read as '%s'", TEXTS[i].text, text);
        if (good) assert_string_equal(text, TEXTS[i].amount);
    }
}

static const struct {
    const char *a, *b;
    AmountOrder order;
} PAIRS[] = {
    {"14 days", "two weeks", AMOUNTS_SAME},
    {"14 days", "a fortnight", AMOUNTS_SAME},
    {"48 hours", "2 days", AMOUNTS_SAME},
    {"20 minutes", "1 hour", AMOUNTS_DIFFER},
    {"12 months", "a year", AMOUNTS_SAME},
    {"1 month", "30 days", AMOUNTS_INCOMPARABLE},
    {"5 working days", "5 business days", AMOUNTS_SAME},
    {"5 working days", "5 days", AMOUNTS_INCOMPARABLE},
    {"£2.57", "257 pence", AMOUNTS_SAME},
    {"30 quid", "GBP 30", AMOUNTS_SAME},
    {"£30", "$30", AMOUNTS_INCOMPARABLE},
    {"30 bucks", "thirty dollars", AMOUNTS_SAME},
    {"5%", "five percent", AMOUNTS_SAME},
    {"5%", "5.5 per cent", AMOUNTS_DIFFER},
    {"30", "30 days", AMOUNTS_SAME},
    {"31", "30 days", AMOUNTS_DIFFER},
    {"3 gigabytes", "3 Gigabyte", AMOUNTS_SAME},
    {"3 gigabytes", "4 gigabytes", AMOUNTS_DIFFER},
    {"3 gigabytes", "3 points", AMOUNTS_INCOMPARABLE},
};

static void test_compare(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++) {
        Amount a, b;
        bool good_a = amount_parse(str_from(PAIRS[i].a), &a);
        bool good_b = amount_parse(str_from(PAIRS[i].b), &b);
        AmountOrder order =
            good_a && good_b ? amount_compare(&a, &b) : AMOUNTS_INCOMPARABLE;
        AmountOrder back =
            good_a && good_b ? amount_compare(&b, &a) : AMOUNTS_INCOMPARABLE;
        if (order != PAIRS[i].order || back != order)
            fail_msg("'%s' and '%s': %d, %d", PAIRS[i].a, PAIRS[i].b, (int)order,
                     (int)back);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parse),
        cmocka_unit_test(test_compare),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
