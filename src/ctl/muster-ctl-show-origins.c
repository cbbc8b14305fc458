/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-person-json.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "domain/muster-import-field.h"
#include "store/muster-document-table.h"
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

/* What is kept of the file, not the file: that is opened with an entry in the journal. */
static gboolean
fill_document (JsonBuilder *json, MusterDatabase *database, gint64 id, GError **error)
{
  g_autoptr (MusterDocument) document = id != 0 ? muster_document_table_load (database, id, error) : NULL;

  json_builder_set_member_name (json, "document");
  if (id == 0)
    json_builder_add_null_value (json);
  if (document == NULL)
    return id == 0;
  json_builder_begin_object (json);
  muster_ctl_json_text (json, "file", document->file_name);
  muster_ctl_json_text (json, "media_type", document->media_type);
  muster_ctl_json_number (json, "size", document->size);
  muster_ctl_json_text (json, "hash", document->hash);
  json_builder_end_object (json);
  return TRUE;
}

static void
fill_code (JsonBuilder *json, const char *key, gint64 id)
{
  g_autofree char *code = id != 0 ? muster_evidence_dup_code (id) : NULL;

  muster_ctl_json_text (json, key, code);
}

static gboolean
fill_evidence (JsonBuilder *json, MusterDatabase *database, const MusterEvidence *evidence, GError **error)
{
  g_autofree char *account = NULL;

  if (!muster_ctl_dup_account_name (database, evidence->account_id, &account, error))
    return FALSE;
  json_builder_begin_object (json);
  fill_code (json, "evidence", evidence->id);
  muster_ctl_json_text (json, "requirement", evidence->requirement);
  muster_ctl_json_text (json, "said", evidence->said);
  muster_ctl_json_day (json, "on", &evidence->on);
  muster_ctl_json_day (json, "expires", &evidence->expires);
  muster_ctl_json_text (json, "outcome", evidence->outcome);
  if (evidence->score >= 0)
    muster_ctl_json_number (json, "score", evidence->score);
  else
    muster_ctl_json_text (json, "score", NULL);
  muster_ctl_json_text (json, "version", evidence->version);
  muster_ctl_json_text (json, "note", evidence->note);
  muster_ctl_json_text (json, "source", evidence->source);
  fill_number (json, "import", evidence->import_id);
  fill_number (json, "line", evidence->line);
  muster_ctl_json_text (json, "account", account);
  muster_ctl_json_time (json, "recorded", evidence->recorded);
  muster_ctl_json_flag (json, "superseded", evidence->superseded_by != 0);
  fill_code (json, "superseded_by", evidence->superseded_by);
  muster_ctl_json_flag (json, "withdrawn", evidence->withdrawn != NULL);
  muster_ctl_json_text (json, "withdrawn_reason", evidence->withdrawn);
  if (!fill_document (json, database, evidence->document_id, error))
    return FALSE;
  json_builder_end_object (json);
  return TRUE;
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

static gboolean
is_wanted (const MusterEvidence *evidence, GArray *only)
{
  if (only == NULL)
    return TRUE;
  for (guint i = 0; i < only->len; i++)
    if (g_array_index (only, gint64, i) == evidence->id)
      return TRUE;
  return FALSE;
}

gboolean
muster_ctl_json_evidence (JsonBuilder *json, MusterDatabase *database, gint64 person, GArray *only, GError **error)
{
  g_autoptr (GPtrArray) list = muster_evidence_table_list (database, person, error);

  if (list == NULL)
    return FALSE;
  muster_ctl_json_begin_list (json, "evidence");
  for (guint i = 0; i < list->len; i++)
    if (is_wanted (list->pdata[i], only) && !fill_evidence (json, database, list->pdata[i], error))
      return FALSE;
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

static char *
dup_recorded (gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (time);

  return utc != NULL ? g_date_time_format (utc, "%Y-%m-%d") : NULL;
}

static gboolean
add_evidence (MusterCtlTable *table, MusterDatabase *database, const MusterEvidence *evidence, GError **error)
{
  g_autofree char *code = muster_evidence_dup_code (evidence->id), *account = NULL;
  g_autofree char *on = g_date_valid (&evidence->on) ? muster_date_to_iso (&evidence->on) : NULL;
  g_autofree char *expires = g_date_valid (&evidence->expires) ? muster_date_to_iso (&evidence->expires) : NULL;
  g_autofree char *recorded = dup_recorded (evidence->recorded);

  if (!muster_ctl_dup_account_name (database, evidence->account_id, &account, error))
    return FALSE;
  muster_ctl_table_add (table, (const char *[]) { code, muster_evidence_get_label (evidence), evidence->outcome != NULL ? evidence->outcome : evidence->said, on, expires, evidence->source, account, recorded });
  return TRUE;
}

/* File, sheet, line and column, as far as they are known; else what was done. */
static char *
dup_place (const MusterOrigin *origin)
{
  GString *place = g_string_new (NULL);

  if (origin->import_id == 0)
    return g_string_free_and_steal (g_string_append (place, origin->operation));
  g_string_append (place, origin->file_name);
  if (origin->sheet != NULL)
    g_string_append_printf (place, ", %s", origin->sheet);
  if (origin->line != 0)
    g_string_append_printf (place, _(", line %u"), origin->line);
  if (origin->column != NULL)
    g_string_append_printf (place, ", %s", origin->column);
  return g_string_free_and_steal (place);
}

static void
add_origin (MusterCtlTable *table, const MusterOrigin *origin)
{
  g_autofree char *place = dup_place (origin), *day = dup_recorded (origin->time);
  MusterImportField field;
  const char *label = muster_import_field_from_code (origin->field, &field, NULL) ? muster_import_field_get_label (field) : origin->field;

  muster_ctl_table_add (table, (const char *[]) { label, place, origin->account, day });
}

gboolean
muster_ctl_print_evidence (MusterDatabase *database, gint64 person, GArray *only, GError **error)
{
  const char *headers[] = { _("Evidence"), _("Requirement"), _("Outcome"), _("On"), _("Expires"), _("Source"), _("Account"), _("Recorded") };
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (G_N_ELEMENTS (headers), headers);
  g_autoptr (GPtrArray) list = muster_evidence_table_list (database, person, error);
  guint n = 0;

  if (list == NULL)
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    {
      const MusterEvidence *evidence = list->pdata[i];

      /* What counted on another day is shown, whatever became of it. */
      if (only != NULL ? !is_wanted (evidence, only) : evidence->superseded_by != 0)
        continue;
      if (!add_evidence (table, database, evidence, error))
        return FALSE;
      n++;
    }
  if (n == 0)
    return TRUE;
  muster_ctl_print ("\n");
  muster_ctl_table_print (table);
  return TRUE;
}

gboolean
muster_ctl_print_provenance (MusterDatabase *database, gint64 person, GError **error)
{
  const char *headers[] = { _("Value"), _("Where it comes from"), _("Account"), _("Recorded") };
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (G_N_ELEMENTS (headers), headers);
  g_autoptr (GPtrArray) origins = muster_provenance_query (database, person, NULL, error);

  if (origins == NULL)
    return FALSE;
  for (guint i = 0; i < origins->len; i++)
    add_origin (table, origins->pdata[i]);
  if (origins->len == 0)
    return TRUE;
  muster_ctl_print ("\n");
  muster_ctl_table_print (table);
  return TRUE;
}
