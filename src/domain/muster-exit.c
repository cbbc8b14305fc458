/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-exit.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-code.h"
#include "domain/muster-date.h"
#include "domain/muster-deadline.h"
#include "domain/muster-error.h"
#include "domain/muster-identifier.h"
#include "domain/muster-text.h"

#define MAX_DAYS 730 /* further back it is a slip of the year */

#define ITEM(code) (1u << MUSTER_EXIT_ITEM_##code)
#define ACCESS (ITEM (PORTAL) | ITEM (METS) | ITEM (DIRECTORY))
#define BELONGINGS (ITEM (MAILBOX) | ITEM (BADGE) | ITEM (DEVICES) | ITEM (KEYS))
#define HANDOVER (ITEM (CLIENTS) | ITEM (PAYMENTS))

/* By state. Who comes back before long keeps what belongs to the agency. */
static const guint lists[MUSTER_N_STATES] = {
  [MUSTER_STATE_SUSPENDED_ADMINISTRATIVE] = ACCESS | HANDOVER,
  [MUSTER_STATE_EXPIRED] = ACCESS | HANDOVER,
  [MUSTER_STATE_SUSPENDED_FOR_CAUSE] = ACCESS | BELONGINGS | HANDOVER,
  [MUSTER_STATE_REVOKED] = ACCESS | BELONGINGS | HANDOVER | ITEM (DOWNSTREAM_NOTICE),
  [MUSTER_STATE_WITHDRAWN] = ACCESS | BELONGINGS | HANDOVER | ITEM (SEPARATION_NOTICE),
  [MUSTER_STATE_INACTIVE] = ACCESS | BELONGINGS | HANDOVER | ITEM (SEPARATION_NOTICE),
};

/* @rule: the count of the pack; %NULL: on the day itself, where it is @at_once. */
static const struct
{
  const char *code;
  const char *label;
  const char *rule;
  gboolean at_once;
} items[MUSTER_N_EXIT_ITEM_CODES] = {
  [MUSTER_EXIT_ITEM_PORTAL] = { "portal", N_("Portal account closed"), NULL, TRUE },
  [MUSTER_EXIT_ITEM_METS] = { "mets", N_("METS access removed"), NULL, TRUE },
  [MUSTER_EXIT_ITEM_DIRECTORY] = { "directory", N_("Public directory listing removed"), NULL, TRUE },
  [MUSTER_EXIT_ITEM_MAILBOX] = { "mailbox", N_("Mailbox and shared files closed"), NULL, TRUE },
  [MUSTER_EXIT_ITEM_BADGE] = { "badge", N_("Badge and agency materials returned"), NULL, FALSE },
  [MUSTER_EXIT_ITEM_DEVICES] = { "devices", N_("Devices returned"), NULL, FALSE },
  [MUSTER_EXIT_ITEM_KEYS] = { "keys", N_("Keys and door codes returned"), NULL, FALSE },
  [MUSTER_EXIT_ITEM_CLIENTS] = { "clients", N_("Clients reassigned"), NULL, FALSE },
  [MUSTER_EXIT_ITEM_PAYMENTS] = { "payments", N_("Payments for the person stopped"), NULL, FALSE },
  [MUSTER_EXIT_ITEM_DOWNSTREAM_NOTICE] = { "downstream-notice", N_("Insurers and partners told of the revocation"), "downstream-notice", FALSE },
  [MUSTER_EXIT_ITEM_SEPARATION_NOTICE] = { "separation-notice", N_("Marketplace told of the separation"), "separation-notice", FALSE },
};

static const char *const outcome_codes[MUSTER_N_EXIT_OUTCOMES] = { "done", "not-needed", "reopened" };
static const char *const outcome_labels[MUSTER_N_EXIT_OUTCOMES] = { NC_("exit item", "Done"), NC_("exit item", "Not needed"), NC_("exit item", "Open again") };

const char *
muster_exit_item_code_to_code (MusterExitItemCode code)
{
  g_return_val_if_fail ((guint) code < MUSTER_N_EXIT_ITEM_CODES, "");
  return items[code].code;
}

gboolean
muster_exit_item_code_from_code (const char *text, MusterExitItemCode *code, GError **error)
{
  const char *codes[MUSTER_N_EXIT_ITEM_CODES];
  guint index;

  for (guint i = 0; i < MUSTER_N_EXIT_ITEM_CODES; i++)
    codes[i] = items[i].code;
  if (!muster_code_find (codes, MUSTER_N_EXIT_ITEM_CODES, text, _("This is not an item of an exit checklist"), &index, error))
    return FALSE;
  *code = index;
  return TRUE;
}

const char *
muster_exit_item_code_get_label (MusterExitItemCode code)
{
  g_return_val_if_fail ((guint) code < MUSTER_N_EXIT_ITEM_CODES, "");
  return _(items[code].label);
}

const char *
muster_exit_outcome_to_code (MusterExitOutcome outcome)
{
  g_return_val_if_fail ((guint) outcome < MUSTER_N_EXIT_OUTCOMES, "");
  return outcome_codes[outcome];
}

gboolean
muster_exit_outcome_from_code (const char *text, MusterExitOutcome *outcome, GError **error)
{
  guint index;

  if (!muster_code_find (outcome_codes, MUSTER_N_EXIT_OUTCOMES, text, _("This is not what becomes of an item of an exit checklist"), &index, error))
    return FALSE;
  *outcome = index;
  return TRUE;
}

const char *
muster_exit_outcome_get_label (MusterExitOutcome outcome)
{
  g_return_val_if_fail ((guint) outcome < MUSTER_N_EXIT_OUTCOMES, "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "exit item", outcome_labels[outcome]);
}

MusterExitRecord *
muster_exit_record_new (void)
{
  MusterExitRecord *record = g_new0 (MusterExitRecord, 1);

  g_date_clear (&record->on, 1);
  return record;
}

void
muster_exit_record_free (MusterExitRecord *record)
{
  if (record == NULL)
    return;
  g_free (record->doer);
  g_free (record->note);
  g_free (record);
}

/* The last that was recorded of @code since the event that stands at @begin; %NULL where that opened it again, or nothing was. */
static const MusterExitRecord *
find_settled (GPtrArray *standing, guint begin, GPtrArray *records, MusterExitItemCode code)
{
  for (guint i = records->len; i-- > 0;)
    {
      const MusterExitRecord *record = records->pdata[i];

      if (record->code != code)
        continue;
      for (guint j = begin; j < standing->len; j++)
        if (((const MusterCertificationEvent *) standing->pdata[j])->id == record->certification_id)
          return record->outcome != MUSTER_EXIT_ITEM_REOPENED ? record : NULL;
    }
  return NULL;
}

/* Where what ended the certification begins: behind the last event that let the person assist; 0 where none did, or it goes on. */
static guint
find_begin (GPtrArray *standing)
{
  for (guint i = standing->len; i-- > 0;)
    {
      MusterCertificationState to = ((const MusterCertificationEvent *) standing->pdata[i])->to;

      if (to == MUSTER_STATE_CERTIFIED || to == MUSTER_STATE_CERTIFIED_RESTRICTED)
        return i + 1 < standing->len ? i + 1 : 0;
      if (lists[to] == 0)
        return 0;
    }
  /* Who came to the register as somebody who may not assist had nothing of this agency. */
  return 0;
}

gboolean
muster_exit_is_on_list (MusterCertificationState state, MusterExitItemCode code)
{
  return (guint) state < MUSTER_N_STATES && (lists[state] & 1u << code) != 0;
}

static void
set_due (MusterExitItem *item, const GDate *ended, MusterRulePack *pack)
{
  g_date_clear (&item->due, 1);
  if (items[item->code].at_once)
    item->due = *ended;
  if (items[item->code].rule == NULL)
    return;
  item->rule = muster_rule_pack_get_days (pack, items[item->code].rule, NULL);
  if (item->rule != NULL)
    muster_deadline_get_last (item->rule, &item->event->effective, &item->due);
}

GArray *
muster_exit_list (GPtrArray *events, MusterAssisterType type, GPtrArray *records, MusterRulePack *pack, const GDate *today)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (MusterExitItem));
  g_autoptr (GPtrArray) begun = muster_certification_list_begun (events, today);
  g_autoptr (GPtrArray) standing = muster_certification_list_standing (begun, type);
  guint begin = find_begin (standing);
  const MusterCertificationEvent *last = begin > 0 ? standing->pdata[standing->len - 1] : NULL;

  for (guint code = 0; last != NULL && code < MUSTER_N_EXIT_ITEM_CODES; code++)
    {
      MusterExitItem item = { .code = code, .event = NULL, .record = find_settled (standing, begin, records, code) };

      if (!muster_exit_is_on_list (last->to, code))
        continue;
      for (guint i = 0; i < events->len; i++)
        if (((const MusterCertificationEvent *) events->pdata[i])->id == last->id)
          item.event = events->pdata[i];
      set_due (&item, &((const MusterCertificationEvent *) standing->pdata[begin])->effective, pack);
      g_array_append_val (list, item);
    }
  return list;
}

guint
muster_exit_count_open (GArray *list)
{
  guint n = 0;

  for (guint i = 0; i < list->len; i++)
    n += g_array_index (list, MusterExitItem, i).record == NULL;
  return n;
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, message);
  return FALSE;
}

static gboolean
check_done (const MusterExitRecord *record, const GDate *today, GError **error)
{
  g_autofree char *on = muster_date_to_iso (&record->on);

  if (!g_date_valid (&record->on))
    return refuse (error, _("Say on which day it was done."));
  if (g_date_compare (&record->on, today) > 0 || g_date_days_between (&record->on, today) > MAX_DAYS)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("%s cannot be the day on which it was done: it is after today, or more than two years ago. Look at the year."), on);
      return FALSE;
    }
  return !muster_text_is_blank (record->doer) || refuse (error, _("Say who saw to it: the name of a person or an office."));
}

gboolean
muster_exit_record_check (const MusterExitRecord *record, const GDate *today, GError **error)
{
  if (muster_identifier_contains_ssn (record->doer) || muster_identifier_contains_ssn (record->note))
    return refuse (error, _("What is said of the item has what looks like a social security number in it. Such numbers are never kept; take it out."));
  if (record->outcome == MUSTER_EXIT_ITEM_DONE)
    return check_done (record, today, error);
  if (g_date_valid (&record->on))
    return refuse (error, _("Only what was done has a day on which it was done."));
  if (record->outcome == MUSTER_EXIT_ITEM_NOT_NEEDED)
    return !muster_text_is_blank (record->note) || refuse (error, _("Say why the item is not needed."));
  return !muster_text_is_blank (record->note) || refuse (error, _("Say why the item is open again."));
}

static const MusterExitItem *
find_item (GArray *list, MusterExitItemCode code)
{
  for (guint i = 0; i < list->len; i++)
    if (g_array_index (list, MusterExitItem, i).code == code)
      return &g_array_index (list, MusterExitItem, i);
  return NULL;
}

gboolean
muster_exit_check (GArray *list, MusterExitRecord *record, const GDate *today, GError **error)
{
  const MusterExitItem *item = find_item (list, record->code);
  gboolean opens = record->outcome == MUSTER_EXIT_ITEM_REOPENED;

  if (list->len == 0)
    return refuse (error, _("There is no exit checklist: no certification of the person in this role has ended, or the person was certified again."));
  if (item == NULL)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("“%s” is not on the exit checklist of somebody who is %s."), muster_exit_item_code_get_label (record->code),
                   muster_certification_state_get_label (g_array_index (list, MusterExitItem, 0).event->to));
      return FALSE;
    }
  if (opens && item->record == NULL)
    return refuse (error, _("The item is open already."));
  if (!opens && item->record != NULL)
    return refuse (error, _("The item is settled already. If that was recorded in error, open it again first."));
  record->certification_id = item->event->id;
  record->completes = !opens && muster_exit_count_open (list) == 1;
  return muster_exit_record_check (record, today, error);
}
