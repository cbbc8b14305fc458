/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-reveal-identifier.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "store/muster-people-table.h"

static gboolean
record_list (MusterWork *work, guint n_people)
{
  g_autofree char *number = g_strdup_printf ("%u", n_people);

  muster_work_add_detail (work, "field", "assister-id");
  muster_work_add_detail (work, "people", number);
  return TRUE;
}

static gboolean
reveal_one (MusterWork *work, gint64 id, char **value, GError **error)
{
  g_autoptr (MusterAssister) person = muster_people_table_load (muster_work_get_database (work), id, error);
  g_autofree char *subject = NULL;

  if (person == NULL)
    return FALSE;
  if (person->assister_id == NULL)
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("The person has no Assister ID. Enter one by editing the person."));
      return FALSE;
    }
  subject = muster_assister_dup_code (person->id);
  muster_work_set_subject (work, subject);
  muster_work_add_detail (work, "field", "assister-id");
  if (value != NULL)
    *value = g_steal_pointer (&person->assister_id);
  return TRUE;
}

static gboolean
perform (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterRevealRequest *request = input;

  return request->assister_id != 0 ? reveal_one (work, request->assister_id, output, error) : record_list (work, request->n_people);
}

const MusterOperation muster_reveal_identifier = { .name = "reveal-identifier", .perform = perform };
