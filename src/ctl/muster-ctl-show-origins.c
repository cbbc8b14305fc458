/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-person-json.h"

#include "store/muster-evidence-table.h"
#include "store/muster-provenance-query.h"

static void
fill_number (JsonBuilder *json, const char *key, gint64 number)
{
  if (number != 0)
    muster_ctl_json_number (json, key, number);
  else
    muster_ctl_json_text (json, key, NULL);
}

static void
fill_evidence (JsonBuilder *json, const MusterEvidence *evidence)
{
  json_builder_begin_object (json);
  muster_ctl_json_text (json, "requirement", evidence->requirement);
  muster_ctl_json_text (json, "said", evidence->said);
  muster_ctl_json_day (json, "on", &evidence->on);
  muster_ctl_json_day (json, "expires", &evidence->expires);
  muster_ctl_json_text (json, "source", evidence->source);
  fill_number (json, "import", evidence->import_id);
  fill_number (json, "line", evidence->line);
  muster_ctl_json_time (json, "recorded", evidence->recorded);
  muster_ctl_json_flag (json, "superseded", evidence->superseded_by != 0);
  json_builder_end_object (json);
}

/* The value itself is not among it: it is shown elsewhere, if at all. */
static void
fill_origin (JsonBuilder *json, const MusterOrigin *origin)
{
  json_builder_begin_object (json);
  muster_ctl_json_text (json, "field", origin->field);
  muster_ctl_json_number (json, "entry", origin->entry);
  muster_ctl_json_text (json, "operation", origin->operation);
  muster_ctl_json_text (json, "account", origin->account);
  muster_ctl_json_time (json, "time", origin->time);
  muster_ctl_json_text (json, "reason", origin->reason);
  fill_number (json, "import", origin->import_id);
  muster_ctl_json_text (json, "file", origin->file_name);
  muster_ctl_json_text (json, "sheet", origin->sheet);
  fill_number (json, "line", origin->line);
  muster_ctl_json_text (json, "column", origin->column);
  muster_ctl_json_text (json, "written", origin->written);
  fill_number (json, "restored_by", origin->restored_by);
  json_builder_end_object (json);
}

gboolean
muster_ctl_json_evidence (JsonBuilder *json, MusterDatabase *database, gint64 person, GError **error)
{
  g_autoptr (GPtrArray) list = muster_evidence_table_list (database, person, error);

  if (list == NULL)
    return FALSE;
  muster_ctl_json_begin_list (json, "evidence");
  for (guint i = 0; i < list->len; i++)
    fill_evidence (json, list->pdata[i]);
  json_builder_end_array (json);
  return TRUE;
}

gboolean
muster_ctl_json_provenance (JsonBuilder *json, MusterDatabase *database, gint64 person, GError **error)
{
  g_autoptr (GPtrArray) origins = muster_provenance_query (database, person, NULL, error);

  if (origins == NULL)
    return FALSE;
  muster_ctl_json_begin_list (json, "provenance");
  for (guint i = 0; i < origins->len; i++)
    fill_origin (json, origins->pdata[i]);
  json_builder_end_array (json);
  return TRUE;
}
