/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-verify-private.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-change-rule.h"
#include "domain/muster-date.h"
#include "store/muster-journal-query.h"
#include "store/muster-roster-query.h"

/* Whether all of @open, codes, is among what the entry says. */
static gboolean
names_all (const char *open, const char *said)
{
  g_auto (GStrv) codes = g_strsplit (open, " ", -1), named = g_strsplit (said != NULL ? said : "", " ", -1);

  for (guint i = 0; codes[i] != NULL; i++)
    if (*codes[i] != '\0' && !g_strv_contains ((const char *const *) named, codes[i]))
      return FALSE;
  return TRUE;
}

/* Judged by today's program, what was open then is no proof against an entry: it is told. */
static void
remark_on_open (MusterVerifier *self, const MusterEntryCheck *check, const MusterCertificationEvent *event, const char *said)
{
  g_autoptr (MusterPersonAnswer) person = muster_roster_query_answer_before (self->database, event->assister_id, &event->effective, check->time, NULL);
  g_autofree char *text = NULL, *open = NULL, *code = NULL, *day = NULL;

  if (person == NULL)
    return;
  open = muster_answer_dup_lacking (person->answer, person->pack, event->type, &text);
  if (names_all (open, said))
    return;
  code = muster_assister_dup_code (event->assister_id);
  day = muster_date_dup_text (&event->effective);
  /* Translators: a person’s code, a day, whole sentences that say what is missing */
  muster_verifier_remark (self, g_strdup_printf (_("%s was reinstated from %s, and nothing says that something was open: %s"), code, day, text));
}

gboolean
muster_verify_open_items (MusterVerifier *self, const MusterEntryCheck *check, const MusterCertificationEvent *event, GError **error)
{
  g_autofree char *said = NULL, *despite = NULL;

  if (event->from != MUSTER_STATE_SUSPENDED_ADMINISTRATIVE || g_strcmp0 (check->operation, "reinstate") != 0)
    return TRUE;
  said = muster_journal_detail_dup (check->detail, MUSTER_DETAIL_OPEN_ITEMS);
  despite = muster_journal_detail_dup (check->detail, MUSTER_DETAIL_DESPITE_OPEN_ITEMS);
  if (!muster_change_rule_check_lifting (said, despite, error))
    return FALSE;
  remark_on_open (self, check, event, said);
  return TRUE;
}
