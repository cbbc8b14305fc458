/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-show.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-session.h"
#include "domain/muster-corrective-action.h"
#include "domain/muster-date.h"
#include "domain/muster-decision.h"
#include "domain/muster-incident.h"
#include "store/muster-journal-query.h"
#include "store/muster-known-cases-query.h"

gboolean
muster_ctl_show_day_read (MusterCtl *ctl, MusterCtlPersonFile *file, GError **error)
{
  if (!muster_ctl_get_day (ctl, "as-of", &file->as_of, error) || !muster_ctl_get_day (ctl, "known-on", &file->known_on, error))
    return FALSE;
  file->is_today = !g_date_valid (&file->as_of) && !g_date_valid (&file->known_on);
  if (!g_date_valid (&file->as_of))
    g_date_set_time_t (&file->as_of, time (NULL));
  return TRUE;
}

static gboolean
has_id (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static gint64
get_case_id (MusterCaseKind kind, gconstpointer record)
{
  if (kind == MUSTER_CASE_INCIDENT)
    return ((const MusterIncident *) record)->id;
  return kind == MUSTER_CASE_ACTION ? ((const MusterCorrectiveAction *) record)->id : ((const MusterDecision *) record)->id;
}

static gboolean
narrow_cases (MusterCtlPersonFile *file, MusterDatabase *database, MusterCaseKind kind, GPtrArray *cases, GError **error)
{
  g_autoptr (GArray) ids = muster_known_cases_query_list (database, file->person->id, kind, &file->as_of, &file->known_on, error);

  for (guint i = ids != NULL ? cases->len : 0; i-- > 0;)
    if (!has_id (ids, get_case_id (kind, cases->pdata[i])))
      g_ptr_array_remove_index (cases, i);
  return ids != NULL;
}

/* What comes into effect later is among what is coming. */
static void
narrow_events (MusterCtlPersonFile *file)
{
  for (guint i = file->events->len; i-- > 0;)
    if (g_date_compare (&((const MusterCertificationEvent *) file->events->pdata[i])->effective, &file->as_of) > 0)
      g_ptr_array_remove_index (file->events, i);
}

/* The journal knows when it was written, whatever day it tells of. */
static void
narrow_history (MusterCtlPersonFile *file)
{
  for (guint i = g_date_valid (&file->known_on) ? file->history->len : 0; i-- > 0;)
    {
      GDate day;

      muster_date_set_time (&day, ((const MusterJournalEntry *) file->history->pdata[i])->time);
      if (g_date_compare (&day, &file->known_on) > 0)
        g_ptr_array_remove_index (file->history, i);
    }
}

gboolean
muster_ctl_show_day_narrow (MusterCtlPersonFile *file, MusterDatabase *database, GError **error)
{
  g_autoptr (MusterPersonAnswer) answer = muster_roster_query_answer (database, file->person->id, NULL, &file->as_of, &file->known_on, error);

  if (answer == NULL)
    return FALSE;
  file->relied_on = g_steal_pointer (&answer->evidence);
  narrow_events (file);
  narrow_history (file);
  /* They are of now. */
  g_ptr_array_set_size (file->tasks, 0);
  return narrow_cases (file, database, MUSTER_CASE_INCIDENT, file->incidents, error) && narrow_cases (file, database, MUSTER_CASE_ACTION, file->actions, error) &&
         narrow_cases (file, database, MUSTER_CASE_DECISION, file->decisions, error);
}

char *
muster_ctl_show_day_dup_answer (const MusterCtlPersonFile *file)
{
  gboolean may = file->row->standing.may_assist;
  g_autofree char *as_of = muster_date_to_iso (&file->as_of), *known_on = muster_date_to_iso (&file->known_on);

  if (file->is_today)
    return g_strdup (may ? _("May assist today: Yes.") : _("May assist today: No."));
  if (known_on == NULL)
    return g_strdup_printf (may ? _("May assist on %s: Yes.") : _("May assist on %s: No."), as_of);
  return g_strdup_printf (may ? _("May assist on %s, by what was recorded through %s: Yes.") : _("May assist on %s, by what was recorded through %s: No."), as_of, known_on);
}
