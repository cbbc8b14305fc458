/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-person.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-batch.h"
#include "ctl/muster-ctl-commands.h"
#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-person-json.h"
#include "ctl/muster-ctl-session.h"
#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "domain/muster-import.h"
#include "domain/muster-person-name.h"
#include "domain/muster-text.h"
#include "operations/muster-coverage-preview.h"
#include "operations/muster-edit-assister.h"
#include "operations/muster-reveal-identifier.h"
#include "store/muster-people-table.h"

static const MusterCtlOption add_options[] = {
  { "set", MUSTER_CTL_LIST, TRUE, N_("FIELD=VALUE"), N_("name, given-name, family-name, email, npn, assister-id, …") },
  { "type", MUSTER_CTL_LIST, FALSE, N_("TYPE"), N_("broker, navigator, cac or support-staff") },
  { "agency", MUSTER_CTL_TEXT, FALSE, N_("NAME"), N_("The agency the person is with") },
  { "another-person", MUSTER_CTL_FLAG, FALSE, NULL, N_("Somebody looked: whoever has the name and was revoked, suspended or denied is another person") },
  { "reason", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("Why") },
  { NULL },
};

static const MusterCtlOption edit_options[] = {
  { "set", MUSTER_CTL_LIST, TRUE, N_("FIELD=VALUE"), N_("name, given-name, family-name, email, npn, assister-id, agency, …; nothing after “=” takes the value away") },
  { "another-person", MUSTER_CTL_FLAG, FALSE, NULL, N_("Somebody looked: whoever has the name and was revoked, suspended or denied is another person") },
  { "reason", MUSTER_CTL_TEXT, TRUE, N_("TEXT"), N_("Why") },
  { NULL },
};

MusterRosterRow *
muster_ctl_person_load_row (MusterDatabase *database, gint64 id, const GDate *as_of, const GDate *known_on, GError **error)
{
  g_autoptr (MusterAssister) person = muster_people_table_load (database, id, error);
  g_autoptr (MusterRosterRow) row = g_new0 (MusterRosterRow, 1);
  g_autoptr (MusterPersonAnswer) answer = NULL;
  GDate day;

  if (person == NULL)
    return NULL;
  g_date_set_time_t (&day, time (NULL));
  answer = muster_roster_query_answer (database, id, NULL, as_of != NULL ? as_of : &day, known_on, error);
  if (answer == NULL)
    return NULL;
  row->facts = answer->answer->facts;
  row->standing = answer->answer->standing;
  row->agency = g_steal_pointer (&answer->agency);
  row->id = id;
  row->name = muster_assister_dup_list_name (person);
  row->npn = g_strdup (person->npn);
  row->assister_id = g_strdup (person->assister_id);
  row->email = g_strdup (person->email);
  return g_steal_pointer (&row);
}

void
muster_ctl_person_print_coming (GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const MusterComingChange *change = changes->pdata[i];
      g_autofree char *day = muster_date_to_iso (&change->on);
      g_autofree char *types = muster_ctl_dup_type_labels (change->types);
      g_autofree char *text = muster_coming_change_dup_text (change, day, types);

      muster_ctl_print ("  %s.\n", text);
    }
}

/* Whoever gave a value in this command knows it. */
static gboolean
has_set (MusterCtl *ctl, MusterImportField wanted)
{
  const char *const *texts = muster_ctl_get_list (ctl, "set");

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autofree char *code = g_strndup (texts[i], strcspn (texts[i], "="));
      MusterImportField field;

      if (muster_import_field_from_code (code, &field, NULL) && field == wanted)
        return TRUE;
    }
  return FALSE;
}

static gboolean
reveals (MusterCtl *ctl)
{
  return ctl->json || muster_ctl_has (ctl, "reveal");
}

const char *
muster_ctl_person_mask (MusterCtl *ctl, const char *assister_id)
{
  return assister_id == NULL || reveals (ctl) ? assister_id : "•••••••••";
}

gboolean
muster_ctl_person_record_look (MusterCtl *ctl, gint64 id, guint n_people, GError **error)
{
  MusterRevealRequest request = { id, n_people };

  return n_people == 0 || !reveals (ctl) || muster_ctl_perform (ctl, &muster_reveal_identifier, &request, NULL, error);
}

char *
muster_ctl_person_dup_label (MusterDatabase *database, gint64 id)
{
  g_autoptr (MusterAssister) person = muster_people_table_load (database, id, NULL);
  g_autofree char *code = muster_assister_dup_code (id);
  g_autofree char *name = person != NULL ? muster_assister_dup_name (person) : NULL;

  /* Translators: a person’s name, and the id in the register: “Kia Vang (P-3)” */
  return name != NULL ? g_strdup_printf (C_("person", "%s (%s)"), name, code) : g_steal_pointer (&code);
}

int
muster_ctl_person_print (MusterCtl *ctl, gint64 id, GError **error)
{
  MusterDatabase *database = muster_ctl_read (ctl, error);
  g_autoptr (MusterRosterRow) row = database != NULL ? muster_ctl_person_load_row (database, id, NULL, NULL, error) : NULL;
  g_autofree char *code = muster_assister_dup_code (id);

  if (row == NULL)
    return -1;
  if (ctl->json)
    {
      g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

      muster_ctl_json_person (json, row, has_set (ctl, MUSTER_FIELD_ASSISTER_ID));
      muster_ctl_json_print (json);
      return MUSTER_EXIT_DONE;
    }
  muster_ctl_print (row->standing.may_assist ? _("%s, %s: %s. May assist today: Yes.\n") : _("%s, %s: %s. May assist today: No.\n"), code, row->name,
                    muster_certification_state_get_label (row->standing.overall));
  return MUSTER_EXIT_DONE;
}

/* Where @field stands in @person; %NULL for what is no value of a person. */
static char **
find_value (MusterAssister *person, MusterImportField field)
{
  char **const values[MUSTER_N_FIELDS] = {
    [MUSTER_FIELD_GIVEN_NAME] = &person->given_name,
    [MUSTER_FIELD_MIDDLE_NAME] = &person->middle_name,
    [MUSTER_FIELD_FAMILY_NAME] = &person->family_name,
    [MUSTER_FIELD_SUFFIX] = &person->suffix,
    [MUSTER_FIELD_EMAIL] = &person->email,
    [MUSTER_FIELD_PHONE] = &person->phone,
    [MUSTER_FIELD_OTHER_PHONE] = &person->other_phones,
    [MUSTER_FIELD_NPN] = &person->npn,
    [MUSTER_FIELD_ASSISTER_ID] = &person->assister_id,
    [MUSTER_FIELD_TRAINING_ID] = &person->training_id,
    [MUSTER_FIELD_ADMIN_ID] = &person->admin_id,
    [MUSTER_FIELD_LICENCE_NUMBER] = &person->licence_number,
    [MUSTER_FIELD_COUNTY] = &person->county,
    [MUSTER_FIELD_LANGUAGES] = &person->languages,
    [MUSTER_FIELD_LETTER_LANGUAGE] = &person->letter_language,
  };

  return values[field];
}

static void
set_whole_name (MusterAssister *person, const char *text)
{
  g_clear_pointer (&person->given_name, g_free);
  g_clear_pointer (&person->middle_name, g_free);
  g_clear_pointer (&person->family_name, g_free);
  g_clear_pointer (&person->suffix, g_free);
  muster_person_name_read (text, person, NULL);
}

static gboolean
set_one (MusterAssister *person, const char *text, char **agency, GError **error)
{
  const char *equals = strchr (text, '=');
  g_autofree char *code = equals != NULL ? g_strndup (text, equals - text) : NULL;
  MusterImportField field;
  char **value;

  if (equals == NULL)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("“%s” is not FIELD=VALUE."), text);
      return FALSE;
    }
  if (!muster_import_field_from_code (code, &field, error))
    return FALSE;
  value = find_value (person, field);
  if (value == NULL && field != MUSTER_FIELD_NAME && field != MUSTER_FIELD_AGENCY)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("“%s” cannot be set on a person."), code);
      return FALSE;
    }
  if (field == MUSTER_FIELD_NAME)
    set_whole_name (person, equals + 1);
  else if (field == MUSTER_FIELD_AGENCY)
    g_set_str (agency, equals + 1);
  else
    {
      g_free (*value);
      *value = muster_text_dup_tidy (equals + 1);
    }
  return TRUE;
}

static gboolean
set_all (MusterCtl *ctl, MusterAssister *person, char **agency, GError **error)
{
  const char *const *texts = muster_ctl_get_list (ctl, "set");

  for (guint i = 0; texts[i] != NULL; i++)
    if (!set_one (person, texts[i], agency, error))
      return FALSE;
  return TRUE;
}

static int
run_add (MusterCtl *ctl, GError **error)
{
  g_autoptr (MusterAssister) person = muster_assister_new ();
  g_autofree char *agency = g_strdup (muster_ctl_get (ctl, "agency"));
  MusterAssisterEdit edit = { .person = person, .reason = muster_ctl_get (ctl, "reason"), .is_another = muster_ctl_has (ctl, "another-person") };
  gint64 id = 0;

  if (!set_all (ctl, person, &agency, error) || !muster_ctl_get_types (ctl, "type", &edit.types, error))
    return -1;
  edit.agency = agency;
  if (!muster_ctl_perform (ctl, &muster_add_assister, &edit, &id, error))
    return -1;
  return muster_ctl_person_print (ctl, id, error);
}

/* What the agency that the person was with would be left without. */
static gboolean
warn_of_agency (MusterCtl *ctl, gint64 id, const char *agency, GError **error)
{
  g_autoptr (MusterCoveragePreview) preview = NULL;
  GDate today;

  g_date_set_time_t (&today, time (NULL));
  preview = muster_coverage_preview_new_agency (ctl->database, id, agency, &today, ctl->cancellable, error);
  if (preview != NULL)
    muster_ctl_coverage_warn (ctl, preview);
  return preview != NULL;
}

static int
run_edit (MusterCtl *ctl, GError **error)
{
  gint64 id = muster_ctl_find_person (ctl, muster_ctl_get_argument (ctl, 0), error);
  g_autoptr (MusterAssister) person = id != 0 ? muster_people_table_load (ctl->database, id, error) : NULL;
  g_autoptr (MusterAssister) shown = person != NULL ? muster_assister_copy (person) : NULL;
  g_autofree char *agency = NULL;
  MusterAssisterEdit edit = { .person = person, .reason = muster_ctl_get (ctl, "reason"), .shown = shown, .is_another = muster_ctl_has (ctl, "another-person") };

  if (person == NULL || !muster_ctl_check_reason (ctl, error) || !set_all (ctl, person, &agency, error))
    return -1;
  edit.agency = agency;
  if (agency != NULL && !muster_text_is_blank (agency) && !warn_of_agency (ctl, id, agency, error))
    return -1;
  if (!muster_ctl_perform (ctl, &muster_edit_assister, &edit, NULL, error))
    return -1;
  return muster_ctl_person_print (ctl, id, error);
}

const MusterCtlCommand muster_ctl_person_commands[] = {
  { "person add", NULL, 0, 0, N_("Add a person"), add_options, TRUE, run_add },
  { "person edit", N_("PERSON"), 1, 1, N_("Correct a record"), edit_options, TRUE, run_edit },
  { NULL },
};
