/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-exit.h"

#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "domain/muster-rule-packs.h"

#define BROKER MUSTER_ASSISTER_BROKER
#define TODAY "2026-03-10"

#define CERTIFIED MUSTER_STATE_CERTIFIED
#define RESTRICTED MUSTER_STATE_CERTIFIED_RESTRICTED
#define SUSPENDED MUSTER_STATE_SUSPENDED_ADMINISTRATIVE
#define FOR_CAUSE MUSTER_STATE_SUSPENDED_FOR_CAUSE
#define REVOKED MUSTER_STATE_REVOKED
#define INACTIVE MUSTER_STATE_INACTIVE
#define WITHDRAWN MUSTER_STATE_WITHDRAWN

typedef struct
{
  MusterCertificationState to;
  const char *on; /* %NULL: no more of them */
} Step;

static void
set_day (GDate *date, const char *text)
{
  g_date_clear (date, 1);
  if (text != NULL)
    g_assert_true (muster_date_parse_iso (text, date, NULL));
}

static GPtrArray *
make_events (const Step *steps)
{
  GPtrArray *events = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_certification_event_free);

  for (; steps->on != NULL; steps++)
    {
      MusterCertificationEvent *event = muster_certification_event_new ();

      event->id = events->len + 1;
      event->type = BROKER;
      event->from = events->len > 0 ? ((MusterCertificationEvent *) events->pdata[events->len - 1])->to : MUSTER_STATE_NONE;
      event->to = steps->to;
      set_day (&event->effective, steps->on);
      g_ptr_array_add (events, event);
    }
  return events;
}

static GPtrArray *
make_records (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) muster_exit_record_free);
}

static void
record (GPtrArray *records, gint64 event, MusterExitItemCode code, MusterExitOutcome outcome)
{
  MusterExitRecord *row = muster_exit_record_new ();

  row->id = records->len + 1;
  row->certification_id = event;
  row->code = code;
  row->outcome = outcome;
  g_ptr_array_add (records, row);
}

static GArray *
list (GPtrArray *events, GPtrArray *records)
{
  MusterRulePack *pack = muster_rule_packs_find_shipped ("mnsure-2026");
  GDate today;

  set_day (&today, TODAY);
  return muster_exit_list (events, BROKER, records, pack, &today);
}

static char *
dup_codes (GArray *items)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", g_array_index (items, MusterExitItem, i).record != NULL ? "+" : "",
                            muster_exit_item_code_to_code (g_array_index (items, MusterExitItem, i).code));
  return g_string_free_and_steal (text);
}

#define ALL "portal mets directory mailbox badge devices keys clients payments"

/* When there is a list, and of what. */
static void
test_lists (void)
{
  static const struct
  {
    Step history[6];
    const char *codes;
  } cases[] = {
    { { { CERTIFIED, "2026-01-01" } }, "" },
    { { { CERTIFIED, "2026-01-01" }, { RESTRICTED, "2026-02-01" } }, "" },
    { { { CERTIFIED, "2026-01-01" }, { SUSPENDED, "2026-02-01" } }, "portal mets directory clients payments" },
    { { { CERTIFIED, "2026-01-01" }, { SUSPENDED, "2026-02-01" }, { MUSTER_STATE_EXPIRED, "2026-03-01" } }, "portal mets directory clients payments" },
    { { { CERTIFIED, "2026-01-01" }, { FOR_CAUSE, "2026-02-01" } }, ALL },
    { { { CERTIFIED, "2026-01-01" }, { REVOKED, "2026-02-01" } }, ALL " downstream-notice" },
    { { { RESTRICTED, "2026-01-01" }, { WITHDRAWN, "2026-02-01" } }, ALL " separation-notice" },
    { { { CERTIFIED, "2026-01-01" }, { INACTIVE, "2026-02-01" } }, ALL " separation-notice" },
    { { { CERTIFIED, "2026-01-01" }, { REVOKED, "2026-02-01" }, { INACTIVE, "2026-02-02" } }, ALL " separation-notice" },
    /* Decided ahead. */
    { { { CERTIFIED, "2026-01-01" }, { REVOKED, "2026-03-11" } }, "" },
    { { { CERTIFIED, "2026-01-01" }, { REVOKED, "2026-03-10" } }, ALL " downstream-notice" },
    /* Certified again, or on the way to it. */
    { { { CERTIFIED, "2026-01-01" }, { SUSPENDED, "2026-02-01" }, { CERTIFIED, "2026-02-20" } }, "" },
    { { { CERTIFIED, "2026-01-01" }, { REVOKED, "2025-02-01" }, { MUSTER_STATE_APPLICANT, "2026-02-20" } }, "" },
    /* Who never could assist has nothing to give back. */
    { { { MUSTER_STATE_APPLICANT, "2026-01-01" }, { WITHDRAWN, "2026-02-01" } }, "" },
    { { { INACTIVE, "2026-02-01" } }, "" },
    { { { CERTIFIED, "2025-01-01" }, { WITHDRAWN, "2025-02-01" }, { MUSTER_STATE_APPLICANT, "2025-03-01" }, { WITHDRAWN, "2025-04-01" } }, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) events = make_events (cases[i].history);
      g_autoptr (GPtrArray) records = make_records ();
      g_autoptr (GArray) items = list (events, records);
      g_autofree char *codes = dup_codes (items);

      g_assert_cmpstr (codes, ==, cases[i].codes);
      g_assert_cmpuint (muster_exit_count_open (items), ==, items->len);
    }
}

static void
assert_due (GArray *items, MusterExitItemCode code, const char *due)
{
  for (guint i = 0; i < items->len; i++)
    if (g_array_index (items, MusterExitItem, i).code == code)
      {
        g_autofree char *day = muster_date_to_iso (&g_array_index (items, MusterExitItem, i).due);

        g_assert_cmpstr (day, ==, due);
        return;
      }
  g_assert_not_reached ();
}

/* What opens doors ends with the work, though more came after; notices by the pack, in business days: February 6, 2026 is a Friday. */
static void
test_due (void)
{
  static const Step history[] = { { CERTIFIED, "2026-01-01" }, { SUSPENDED, "2026-02-02" }, { REVOKED, "2026-02-06" }, { 0, NULL } };
  g_autoptr (GPtrArray) events = make_events (history);
  g_autoptr (GPtrArray) records = make_records ();
  g_autoptr (GArray) items = list (events, records);

  assert_due (items, MUSTER_EXIT_ITEM_PORTAL, "2026-02-02");
  assert_due (items, MUSTER_EXIT_ITEM_KEYS, NULL);
  assert_due (items, MUSTER_EXIT_ITEM_DOWNSTREAM_NOTICE, "2026-02-09");
}

/* One list for all steps of one ending; none of what was before the person was certified again. */
static void
test_settled (void)
{
  static const Step history[] = { { CERTIFIED, "2025-01-01" }, { SUSPENDED, "2025-02-01" }, { CERTIFIED, "2025-03-01" }, { SUSPENDED, "2026-02-02" }, { REVOKED, "2026-02-06" }, { 0, NULL } };
  g_autoptr (GPtrArray) events = make_events (history);
  g_autoptr (GPtrArray) records = make_records ();
  g_autoptr (GArray) items = NULL;
  g_autofree char *codes = NULL;

  record (records, 2, MUSTER_EXIT_ITEM_METS, MUSTER_EXIT_ITEM_DONE);
  record (records, 4, MUSTER_EXIT_ITEM_PORTAL, MUSTER_EXIT_ITEM_DONE);
  record (records, 4, MUSTER_EXIT_ITEM_PAYMENTS, MUSTER_EXIT_ITEM_NOT_NEEDED);
  record (records, 5, MUSTER_EXIT_ITEM_BADGE, MUSTER_EXIT_ITEM_DONE);
  record (records, 5, MUSTER_EXIT_ITEM_BADGE, MUSTER_EXIT_ITEM_REOPENED);
  items = list (events, records);
  codes = dup_codes (items);
  g_assert_cmpstr (codes, ==, "+portal mets directory mailbox badge devices keys clients +payments downstream-notice");
  g_assert_cmpuint (muster_exit_count_open (items), ==, 8);
  g_assert_cmpint (g_array_index (items, MusterExitItem, 0).event->id, ==, 5);
}

static void
test_check (void)
{
  static const struct
  {
    MusterExitItemCode code;
    MusterExitOutcome outcome;
    const char *on;
    const char *doer;
    const char *note;
    const char *words; /* %NULL: it may be */
  } cases[] = {
    { MUSTER_EXIT_ITEM_METS, MUSTER_EXIT_ITEM_DONE, "2026-03-10", "Kim Staff", NULL, NULL },
    { MUSTER_EXIT_ITEM_METS, MUSTER_EXIT_ITEM_DONE, "2026-02-01", "ARC", "Before the day", NULL },
    { MUSTER_EXIT_ITEM_METS, MUSTER_EXIT_ITEM_DONE, "2026-03-11", "Kim Staff", NULL, "2026-03-11 cannot be the day" },
    { MUSTER_EXIT_ITEM_METS, MUSTER_EXIT_ITEM_DONE, "2024-03-09", "Kim Staff", NULL, "Look at the year" },
    { MUSTER_EXIT_ITEM_METS, MUSTER_EXIT_ITEM_DONE, "2024-03-10", "Kim Staff", NULL, NULL },
    { MUSTER_EXIT_ITEM_METS, MUSTER_EXIT_ITEM_DONE, NULL, "Kim Staff", NULL, "on which day" },
    { MUSTER_EXIT_ITEM_METS, MUSTER_EXIT_ITEM_DONE, "2026-03-10", " ", NULL, "who saw to it" },
    { MUSTER_EXIT_ITEM_METS, MUSTER_EXIT_ITEM_DONE, "2026-03-10", "Kim", "123-45-6789", "social security" },
    { MUSTER_EXIT_ITEM_METS, MUSTER_EXIT_ITEM_NOT_NEEDED, NULL, NULL, "Had none", NULL },
    { MUSTER_EXIT_ITEM_METS, MUSTER_EXIT_ITEM_NOT_NEEDED, NULL, NULL, NULL, "why the item is not needed" },
    { MUSTER_EXIT_ITEM_METS, MUSTER_EXIT_ITEM_NOT_NEEDED, "2026-03-10", NULL, "Had none", "Only what was done" },
    { MUSTER_EXIT_ITEM_METS, MUSTER_EXIT_ITEM_REOPENED, NULL, NULL, "By mistake", "open already" },
    { MUSTER_EXIT_ITEM_PORTAL, MUSTER_EXIT_ITEM_REOPENED, NULL, NULL, "By mistake", NULL },
    { MUSTER_EXIT_ITEM_PORTAL, MUSTER_EXIT_ITEM_REOPENED, NULL, NULL, "", "why the item is open again" },
    { MUSTER_EXIT_ITEM_PORTAL, MUSTER_EXIT_ITEM_DONE, "2026-03-10", "Kim", NULL, "settled already" },
    { MUSTER_EXIT_ITEM_KEYS, MUSTER_EXIT_ITEM_DONE, "2026-03-10", "Kim", NULL, "not on the exit checklist" },
  };
  static const Step history[] = { { CERTIFIED, "2026-01-01" }, { SUSPENDED, "2026-02-02" }, { 0, NULL } };
  g_autoptr (GPtrArray) events = make_events (history);
  g_autoptr (GPtrArray) records = make_records ();
  g_autoptr (GArray) items = NULL;
  GDate today;

  set_day (&today, TODAY);
  record (records, 2, MUSTER_EXIT_ITEM_PORTAL, MUSTER_EXIT_ITEM_DONE);
  items = list (events, records);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterExitRecord) row = muster_exit_record_new ();
      g_autoptr (GError) error = NULL;

      row->code = cases[i].code;
      row->outcome = cases[i].outcome;
      set_day (&row->on, cases[i].on);
      row->doer = g_strdup (cases[i].doer);
      row->note = g_strdup (cases[i].note);
      g_assert_cmpint (muster_exit_check (items, row, &today, &error), ==, cases[i].words == NULL);
      if (cases[i].words == NULL)
        g_assert_cmpint (row->certification_id, ==, 2);
      else
        {
          g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
          g_assert_nonnull (strstr (error->message, cases[i].words));
        }
    }
}

/* The last open item completes the list; opening one again does not. */
static void
test_completes (void)
{
  static const Step history[] = { { CERTIFIED, "2026-01-01" }, { SUSPENDED, "2026-02-02" }, { 0, NULL } };
  g_autoptr (GPtrArray) events = make_events (history);
  g_autoptr (GPtrArray) records = make_records ();
  GDate today;

  set_day (&today, TODAY);
  for (guint code = 0; code < MUSTER_N_EXIT_ITEM_CODES; code++)
    {
      g_autoptr (GArray) items = list (events, records);
      g_autoptr (MusterExitRecord) row = muster_exit_record_new ();

      row->code = code;
      row->outcome = MUSTER_EXIT_ITEM_NOT_NEEDED;
      row->note = g_strdup ("Had none");
      if (!muster_exit_check (items, row, &today, NULL))
        continue;
      g_assert_cmpint (row->completes, ==, code == MUSTER_EXIT_ITEM_PAYMENTS);
      record (records, 2, code, MUSTER_EXIT_ITEM_NOT_NEEDED);
    }
  g_assert_cmpuint (records->len, ==, 5);
}

static void
test_codes (void)
{
  g_autoptr (GError) error = NULL;
  MusterExitOutcome outcome;
  MusterExitItemCode code;

  for (guint i = 0; i < MUSTER_N_EXIT_ITEM_CODES; i++)
    {
      g_assert_true (muster_exit_item_code_from_code (muster_exit_item_code_to_code (i), &code, NULL));
      g_assert_cmpint (code, ==, i);
      g_assert_cmpstr (muster_exit_item_code_get_label (i), !=, "");
    }
  for (guint i = 0; i < MUSTER_N_EXIT_OUTCOMES; i++)
    {
      g_assert_true (muster_exit_outcome_from_code (muster_exit_outcome_to_code (i), &outcome, NULL));
      g_assert_cmpint (outcome, ==, i);
      g_assert_cmpstr (muster_exit_outcome_get_label (i), !=, "");
    }
  g_assert_false (muster_exit_item_code_from_code ("car", &code, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "mailbox"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/exit/lists", test_lists);
  g_test_add_func ("/domain/exit/due", test_due);
  g_test_add_func ("/domain/exit/settled", test_settled);
  g_test_add_func ("/domain/exit/check", test_check);
  g_test_add_func ("/domain/exit/completes", test_completes);
  g_test_add_func ("/domain/exit/codes", test_codes);
  return g_test_run ();
}
