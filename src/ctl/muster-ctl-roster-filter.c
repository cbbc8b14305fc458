/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-roster-filter.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-options.h"
#include "domain/muster-code.h"
#include "domain/muster-error.h"
#include "store/muster-people-table.h"

/* "suspended" and "restricted" are the words people see. Who has no state is nobody of the roster. */
static gboolean
read_state (const char *text, guint *states, GError **error)
{
  const char *words[MUSTER_N_STATES + 2] = { [MUSTER_N_STATES] = "suspended", "restricted" };
  guint index;

  for (guint state = MUSTER_STATE_NONE + 1; state < MUSTER_N_STATES; state++)
    words[state] = muster_certification_state_to_code (state);
  if (!muster_code_find (words, G_N_ELEMENTS (words), text, _("This is not a state of a certification"), &index, error))
    return FALSE;
  if (index == MUSTER_N_STATES)
    *states |= 1u << MUSTER_STATE_SUSPENDED_ADMINISTRATIVE | 1u << MUSTER_STATE_SUSPENDED_FOR_CAUSE;
  else
    *states |= 1u << (index < MUSTER_N_STATES ? index : MUSTER_STATE_CERTIFIED_RESTRICTED);
  return TRUE;
}

static gboolean
read_states (MusterCtl *ctl, guint *states, GError **error)
{
  const char *const *texts = muster_ctl_get_list (ctl, "status");

  for (guint i = 0; texts[i] != NULL; i++)
    if (!read_state (texts[i], states, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_may_assist (const char *text, int *may_assist, GError **error)
{
  static const char *const answers[] = { "no", "yes" };
  guint index;

  *may_assist = -1;
  if (text == NULL)
    return TRUE;
  if (!muster_code_find (answers, G_N_ELEMENTS (answers), text, _("This is no answer to --may-assist"), &index, error))
    return FALSE;
  *may_assist = index;
  return TRUE;
}

gboolean
muster_ctl_roster_read_filter (MusterCtl *ctl, MusterRosterFilter *filter, GError **error)
{
  filter->search = muster_ctl_get (ctl, "search");
  filter->county = muster_ctl_get (ctl, "county");
  filter->language = muster_ctl_get (ctl, "language");
  return read_states (ctl, &filter->states, error) &&
         muster_ctl_get_types (ctl, "type", &filter->types, error) &&
         read_may_assist (muster_ctl_get (ctl, "may-assist"), &filter->may_assist, error) &&
         muster_ctl_get_number (ctl, "expiring", 0, &filter->expiring, error);
}

gboolean
muster_ctl_roster_find_agency (MusterCtl *ctl, MusterDatabase *database, gint64 *id, GError **error)
{
  const char *name = muster_ctl_get (ctl, "agency");
  g_autoptr (GPtrArray) agencies = NULL;
  g_autofree char *wanted = muster_text_fold (name);

  if (name == NULL)
    return TRUE;
  agencies = muster_people_table_list_agencies (database, error);
  for (guint i = 0; agencies != NULL && i < agencies->len; i++)
    {
      const MusterAgency *agency = g_ptr_array_index (agencies, i);
      g_autofree char *folded = muster_text_fold (agency->name);

      if (!g_str_equal (folded, wanted))
        continue;
      *id = agency->id;
      return TRUE;
    }
  if (agencies != NULL)
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("There is no agency “%s” in the register."), name);
  return FALSE;
}

gboolean
muster_ctl_roster_take_list (MusterCtl *ctl, MusterDatabase *database, MusterRosterFilter *filter, MusterSavedList **list, GError **error)
{
  const char *name = muster_ctl_get (ctl, "list");
  MusterRosterFilter given = *filter;

  *list = NULL;
  if (name == NULL)
    return TRUE;
  *list = muster_saved_list_table_load (database, muster_store_get_account (ctl->store)->id, name, error);
  if (*list == NULL)
    return FALSE;
  muster_saved_filter_apply ((*list)->filter, filter);
  filter->search = muster_ctl_has (ctl, "search") ? given.search : filter->search;
  filter->county = muster_ctl_has (ctl, "county") ? given.county : filter->county;
  filter->language = muster_ctl_has (ctl, "language") ? given.language : filter->language;
  filter->states = given.states != 0 ? given.states : filter->states;
  filter->types = given.types != 0 ? given.types : filter->types;
  filter->agency_id = given.agency_id != 0 ? given.agency_id : filter->agency_id;
  filter->may_assist = given.may_assist >= 0 ? given.may_assist : filter->may_assist;
  filter->expiring = given.expiring != 0 ? given.expiring : filter->expiring;
  return TRUE;
}
