/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-import-reader.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-import-footer.h"
#include "domain/muster-import-status.h"
#include "domain/muster-organisation.h"
#include "domain/muster-person-name.h"
#include "domain/muster-phone-list.h"

/* The first of the other phones, if there is none before them; and none of them twice. */
static void
settle_phones (MusterAssister *person)
{
  g_auto (GStrv) parts = NULL;

  if (person->other_phones == NULL)
    return;
  parts = g_strsplit (person->other_phones, "; ", -1);
  if (person->phone == NULL)
    person->phone = g_strdup (parts[0]);
  g_clear_pointer (&person->other_phones, g_free);
  for (guint i = 0; parts[i] != NULL; i++)
    muster_phone_list_append (&person->other_phones, parts[i], person->phone);
}

static void
settle_names (MusterImportReader *reader)
{
  MusterAssister *person = &reader->row->person;
  g_autofree char *credentials = NULL, *message = NULL;
  MusterAssister names = { 0 };

  if (reader->whole_name != NULL && person->given_name == NULL && person->family_name == NULL)
    {
      muster_person_name_read (reader->whole_name, &names, &credentials);
      person->given_name = g_steal_pointer (&names.given_name);
      person->family_name = g_steal_pointer (&names.family_name);
      if (person->middle_name == NULL)
        person->middle_name = g_steal_pointer (&names.middle_name);
      if (person->suffix == NULL)
        person->suffix = g_steal_pointer (&names.suffix);
      muster_assister_clear (&names);
    }
  muster_person_name_tidy (person, &credentials);
  reader->row->names_in_capitals = muster_person_name_settle_case (person);
  if (credentials == NULL)
    return;
  reader->column = -1;
  message = g_strdup_printf (_("%s is taken for credentials, and is not kept as part of the name."), credentials);
  muster_import_reader_find (reader, credentials, "credentials", message)->is_note = TRUE;
}

/* Whether the row is about a business or authority. Assister IDs and the like are given to people only, so there a name is missing. */
static gboolean
is_organisation (const MusterImportReader *reader)
{
  const MusterAssister *person = &reader->row->person;
  gboolean has_names = person->given_name != NULL || person->family_name != NULL;
  gboolean is_reachable = person->npn != NULL || person->email != NULL || person->phone != NULL || person->licence_number != NULL || reader->has_organisation_npn;

  if (reader->whole_name != NULL && !has_names)
    return reader->says_organisation || muster_organisation_is_name (reader->whole_name);
  if (person->given_name == NULL && person->family_name != NULL)
    return reader->says_organisation || muster_organisation_is_name (person->family_name);
  if (has_names || person->assister_id != NULL || person->training_id != NULL || person->admin_id != NULL)
    return FALSE;
  return reader->row->agency != NULL && ((is_reachable && !reader->reading->npn_is_known) || reader->says_organisation);
}

/* “Ana Lindqvist dba Lindqvist Insurance”: a person, and a business that is this person's. */
static void
split_business (MusterImportReader *reader)
{
  static const char *const marks[] = { " dba ", " d/b/a ", " d.b.a. ", " DBA ", " D/B/A ", " D.B.A. " };

  for (guint i = 0; reader->whole_name != NULL && i < G_N_ELEMENTS (marks); i++)
    {
      char *mark = strstr (reader->whole_name, marks[i]);

      if (mark == NULL)
        continue;
      if (reader->row->agency == NULL)
        reader->row->agency = g_strdup (mark + strlen (marks[i]));
      *mark = '\0';
    }
}

/* NULL in both columns of names is no person; in one it can be. */
static void
drop_null_names (MusterAssister *person)
{
  if (g_strcmp0 (person->given_name, "NULL") != 0 || g_strcmp0 (person->family_name, "NULL") != 0)
    return;
  g_clear_pointer (&person->given_name, g_free);
  g_clear_pointer (&person->family_name, g_free);
}

/* Nothing that is said about its values matters any more, but for what must be in no file. */
static void
leave_out_organisation (MusterImportReader *reader)
{
  MusterImportRow *row = reader->row;
  guint kept = reader->n_findings;

  reader->rejected = FALSE;
  for (guint i = kept; i < reader->findings->len;)
    {
      MusterFinding *finding = reader->findings->pdata[i];

      if (g_str_has_prefix (finding->rule, "ssn-") && finding->is_error)
        {
          reader->rejected = TRUE;
          i++;
        }
      else
        g_ptr_array_remove_index (reader->findings, i);
    }
  if (row->agency == NULL)
    row->agency = g_strdup (reader->whole_name != NULL ? reader->whole_name : row->person.family_name);
  g_clear_pointer (&row->person.family_name, g_free);
  row->is_organisation = TRUE;
  reader->column = -1;
  muster_import_reader_find (reader, row->agency, "organisation", _("The row is about an organization and names no person. It is skipped."))->is_note = TRUE;
}

static void
fill_in (char **place, const char *value)
{
  if (*place == NULL)
    *place = g_strdup (value);
}

static void
fill_in_date (GDate *place, const GDate *date)
{
  if (!g_date_valid (place))
    *place = *date;
}

static void
apply_defaults (MusterImportRow *row, const MusterImportRow *defaults)
{
  if (row->types == 0)
    row->types = defaults->types;
  fill_in (&row->agency, defaults->agency);
  fill_in (&row->status, defaults->status);
  fill_in (&row->person.county, defaults->person.county);
  fill_in (&row->person.languages, defaults->person.languages);
  fill_in_date (&row->certified_on, &defaults->certified_on);
  fill_in_date (&row->certified_through, &defaults->certified_through);
  fill_in_date (&row->ended_on, &defaults->ended_on);
  fill_in_date (&row->licence_expires, &defaults->licence_expires);
}

static gboolean
has_field (const MusterImportReading *reading, MusterImportField field)
{
  for (guint i = 0; i < reading->n; i++)
    if (reading->fields[i] == field)
      return TRUE;
  return FALSE;
}

static gboolean
is_past (const GDate *day, const GDate *today)
{
  return today != NULL && g_date_valid (day) && g_date_compare (day, today) < 0;
}

static void
check_expiry (MusterImportReader *reader)
{
  const MusterImportRow *row = reader->row;
  const GDate *today = reader->reading->today;
  g_autofree char *message = NULL;

  if (!is_past (&row->certified_through, today) && !is_past (&row->licence_expires, today) && !muster_import_row_has_ended (row, today))
    return;
  if (row->status == NULL || !muster_import_row_claims_certification (row))
    return;
  message = g_strdup_printf (_("The file says “%s”, but what it gives as the end is past. Ask the sender which is right."), row->status);
  muster_import_reader_find (reader, row->status, "active-but-expired", message);
}

/* What the row as a whole must have. A row that is rejected anyway has its reason. */
static void
check_row (MusterImportReader *reader)
{
  const MusterImportRow *row = reader->row;
  const MusterAssister *person = &row->person;
  gboolean lacks_identifier = person->npn == NULL && person->assister_id == NULL && person->training_id == NULL && person->admin_id == NULL && person->email == NULL;

  reader->column = -1;
  if (row->is_organisation)
    return;
  if (reader->rejected)
    ;
  else if (person->given_name == NULL && person->family_name == NULL)
    {
      muster_import_reader_reject (reader, NULL, "no-name", _("The row names no person."));
      reader->row->lacks_name = !lacks_identifier;
    }
  else if (lacks_identifier)
    {
      muster_import_reader_reject (reader, NULL, "no-identifier", _("The row has nothing to know the person by: no NPN, Assister ID, Training ID, Admin ID or e-mail address."));
      reader->row->lacks_identifier = TRUE;
    }
  if (!reader->rejected && row->types == 0 && has_field (reader->reading, MUSTER_FIELD_TYPE))
    muster_import_reader_find (reader, NULL, "no-type", _("The row says no role; the person is kept without one."));
  check_expiry (reader);
}

gboolean
muster_import_row_claims_certification (const MusterImportRow *row)
{
  return muster_status_claim_read (row->status) == MUSTER_CLAIM_IN_FORCE;
}

gboolean
muster_import_row_has_ended (const MusterImportRow *row, const GDate *today)
{
  return today != NULL && g_date_valid (&row->ended_on) && g_date_compare (&row->ended_on, today) <= 0;
}

static void
leave_out_footer (MusterImportReader *reader)
{
  reader->row->is_organisation = TRUE;
  reader->column = -1;
  muster_import_reader_find (reader, NULL, "footer", _("The row is the end of a report or of its page, and names no person. It is skipped."))->is_note = TRUE;
}

gboolean
muster_import_row_read (const MusterImportReading *reading, const char *const *cells, guint line, MusterImportRow *row, GPtrArray *findings)
{
  MusterImportReader reader = { .reading = reading, .line = line, .findings = findings, .n_findings = findings->len, .row = row };

  memset (row, 0, sizeof *row);
  row->person.active = TRUE;
  if (muster_import_is_footer (cells, reading->n))
    {
      leave_out_footer (&reader);
      return TRUE;
    }
  for (guint i = 0; i < reading->n; i++)
    muster_import_reader_read (&reader, i, cells[i]);
  settle_phones (&row->person);
  drop_null_names (&row->person);
  split_business (&reader);
  if (is_organisation (&reader))
    leave_out_organisation (&reader);
  else
    settle_names (&reader);
  if (reading->defaults != NULL)
    apply_defaults (row, reading->defaults);
  check_row (&reader);
  g_free (reader.whole_name);
  return !reader.rejected;
}
