/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-open-items.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-change-rule.h"
#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "domain/muster-text.h"
#include "store/muster-journal-query.h"
#include "store/muster-people-table.h"
#include "store/muster-roster-query.h"

void
muster_open_items_free (MusterOpenItems *items)
{
  if (items == NULL)
    return;
  g_free (items->codes);
  g_free (items->text);
  g_free (items);
}

MusterOpenItems *
muster_open_items_new (MusterDatabase *database, gint64 assister_id, guint types, const GDate *on, GError **error)
{
  g_autoptr (MusterPersonAnswer) person = muster_roster_query_answer (database, assister_id, NULL, on, NULL, error);
  MusterOpenItems *items;

  if (person == NULL)
    return NULL;
  items = g_new0 (MusterOpenItems, 1);
  items->codes = muster_answer_dup_lacking (person->answer, person->pack, types, &items->text);
  return items;
}

gboolean
muster_open_items_check (const MusterOpenItems *items, const char *despite, GError **error)
{
  if (*items->codes == '\0' || !muster_text_is_blank (despite))
    return TRUE;
  /* Translators: whole sentences that say what is missing */
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("%s A suspension is lifted once all of that is done: record the evidence first. If the marketplace lifts it all the same, say why."), items->text);
  return FALSE;
}

char *
muster_open_items_dup_reason (const MusterOpenItems *items, const char *reason, const char *despite)
{
  if (items == NULL || *items->codes == '\0' || muster_text_is_blank (despite))
    return g_strdup (reason);
  /* Translators: a reason, whole sentences that say what is missing, another reason */
  return g_strdup_printf (_("%s (Lifted while something was open: %s All the same, because: %s)"), reason != NULL ? reason : "", items->text, despite);
}

void
muster_open_items_describe (MusterWork *work, const MusterOpenItems *items, const char *despite)
{
  gboolean is_open = *items->codes != '\0';

  muster_work_add_detail (work, MUSTER_DETAIL_OPEN_ITEMS, is_open ? items->codes : MUSTER_DETAIL_NO_OPEN_ITEMS);
  if (is_open)
    muster_work_add_detail (work, MUSTER_DETAIL_DESPITE_OPEN_ITEMS, despite);
}

/* The last time that the person was certified in @type by @as_of, if that was the lifting of a suspension. */
static const MusterCertificationEvent *
find_lifting (GPtrArray *events, MusterAssisterType type, const GDate *as_of)
{
  const MusterCertificationEvent *last = NULL;

  for (guint i = 0; i < events->len; i++)
    {
      const MusterCertificationEvent *event = events->pdata[i];

      if (event->type == type && muster_certification_event_stands (event) && g_date_compare (&event->effective, as_of) <= 0 && event->from != MUSTER_STATE_CERTIFIED_RESTRICTED &&
          (event->to == MUSTER_STATE_CERTIFIED || event->to == MUSTER_STATE_CERTIFIED_RESTRICTED))
        last = event;
    }
  return last != NULL && last->from == MUSTER_STATE_SUSPENDED_ADMINISTRATIVE ? last : NULL;
}

static gboolean
says_despite (const MusterJournalEntry *entry)
{
  g_autofree char *despite = muster_journal_detail_dup (entry->detail, MUSTER_DETAIL_DESPITE_OPEN_ITEMS);

  return despite != NULL;
}

/* The entry that recorded @event, among @entries. */
static gboolean
was_despite (GPtrArray *entries, const MusterCertificationEvent *event)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const MusterJournalEntry *entry = entries->pdata[i];

      if (entry->time == event->recorded && says_despite (entry))
        return TRUE;
    }
  return FALSE;
}

gboolean
muster_open_items_find_override (MusterDatabase *database, gint64 assister_id, const GDate *as_of, const GDate *known_on, char **text, GError **error)
{
  g_autofree char *code = muster_assister_dup_code (assister_id);
  const MusterJournalFilter filter = { .subject = code, .operation = muster_certification_verb_to_code (MUSTER_VERB_REINSTATE) };
  g_autoptr (GPtrArray) events = muster_people_table_list_events_known (database, assister_id, known_on, error);
  g_autoptr (GPtrArray) entries = events != NULL ? muster_journal_query_list (database, &filter, error) : NULL;

  *text = NULL;
  if (entries == NULL)
    return FALSE;
  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES && *text == NULL; i++)
    {
      const MusterCertificationEvent *event = find_lifting (events, 1u << i, as_of);
      g_autofree char *day = event != NULL ? muster_date_dup_text (&event->effective) : NULL;

      if (event != NULL && was_despite (entries, event))
        /* Translators: a role, a day, the reason that was recorded */
        *text = g_strdup_printf (_("%s: the suspension was lifted from %s, although something was open. %s"), muster_assister_type_get_label (1u << i), day, event->reason);
    }
  return TRUE;
}
