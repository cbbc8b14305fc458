/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-assister.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "domain/muster-text.h"

static const char *const type_codes[MUSTER_N_ASSISTER_TYPES] = { "broker", "navigator", "cac", "support-staff" };

static const char *const type_labels[MUSTER_N_ASSISTER_TYPES] = { N_("Broker"), N_("Navigator"), N_("CAC"), N_("Support staff") };

/* What people write for a role, in small letters without anything between them and without a plural “s”. */
static const struct
{
  const char *word;
  MusterAssisterType type;
} type_words[] = {
  { "broker", MUSTER_ASSISTER_BROKER },
  { "agent", MUSTER_ASSISTER_BROKER },
  { "agentbroker", MUSTER_ASSISTER_BROKER },
  { "brokeragent", MUSTER_ASSISTER_BROKER },
  { "agentorbroker", MUSTER_ASSISTER_BROKER },
  { "brokeroragent", MUSTER_ASSISTER_BROKER },
  { "producer", MUSTER_ASSISTER_BROKER },
  { "residentproducer", MUSTER_ASSISTER_BROKER },
  { "individualproducer", MUSTER_ASSISTER_BROKER },
  { "producerindividual", MUSTER_ASSISTER_BROKER },
  { "healthinsuranceagent", MUSTER_ASSISTER_BROKER },
  { "healthinsurancebroker", MUSTER_ASSISTER_BROKER },
  { "healthinsuranceproducer", MUSTER_ASSISTER_BROKER },
  { "insuranceproducer", MUSTER_ASSISTER_BROKER },
  { "licensedproducer", MUSTER_ASSISTER_BROKER },
  { "insurancebroker", MUSTER_ASSISTER_BROKER },
  { "insuranceagent", MUSTER_ASSISTER_BROKER },
  { "licensedbroker", MUSTER_ASSISTER_BROKER },
  { "licensedagent", MUSTER_ASSISTER_BROKER },
  { "certifiedbroker", MUSTER_ASSISTER_BROKER },
  { "navigator", MUSTER_ASSISTER_NAVIGATOR },
  { "nav", MUSTER_ASSISTER_NAVIGATOR },
  { "certifiednavigator", MUSTER_ASSISTER_NAVIGATOR },
  { "mnsurenavigator", MUSTER_ASSISTER_NAVIGATOR },
  { "inpersonassister", MUSTER_ASSISTER_NAVIGATOR },
  { "inpersonassistant", MUSTER_ASSISTER_NAVIGATOR },
  { "navigatorinpersonassister", MUSTER_ASSISTER_NAVIGATOR },
  { "ipa", MUSTER_ASSISTER_NAVIGATOR },
  { "cac", MUSTER_ASSISTER_CAC },
  { "certifiedapplicationcounselor", MUSTER_ASSISTER_CAC },
  { "certifiedapplicationcounsellor", MUSTER_ASSISTER_CAC },
  { "certifiedapplicationcounselorcac", MUSTER_ASSISTER_CAC },
  { "applicationcounselor", MUSTER_ASSISTER_CAC },
  { "applicationcounsellor", MUSTER_ASSISTER_CAC },
  { "supportstaff", MUSTER_ASSISTER_SUPPORT_STAFF },
  { "agentsupportstaff", MUSTER_ASSISTER_SUPPORT_STAFF },
  { "agentsupport", MUSTER_ASSISTER_SUPPORT_STAFF },
  { "brokerassistant", MUSTER_ASSISTER_SUPPORT_STAFF },
  { "administrativeassistant", MUSTER_ASSISTER_SUPPORT_STAFF },
  { "officestaff", MUSTER_ASSISTER_SUPPORT_STAFF },
  { "staff", MUSTER_ASSISTER_SUPPORT_STAFF },
  { "support", MUSTER_ASSISTER_SUPPORT_STAFF },
  { "brokersupportstaff", MUSTER_ASSISTER_SUPPORT_STAFF },
  { "brokersupport", MUSTER_ASSISTER_SUPPORT_STAFF },
  { "navigatorsupportstaff", MUSTER_ASSISTER_SUPPORT_STAFF },
  { "licensedsupportstaff", MUSTER_ASSISTER_SUPPORT_STAFF },
  { "administrativestaff", MUSTER_ASSISTER_SUPPORT_STAFF },
  { "adminstaff", MUSTER_ASSISTER_SUPPORT_STAFF },
};

static void
append_part (GString *name, const char *part)
{
  if (part == NULL)
    return;
  if (name->len > 0)
    g_string_append_c (name, ' ');
  g_string_append (name, part);
}

static void
append_initial_or_part (GString *name, const char *part)
{
  append_part (name, part);
  if (part != NULL && g_utf8_strlen (part, -1) == 1)
    g_string_append_c (name, '.');
}

/* Appends folded, without the dots of initials: “Ana M.” and “Ana M” are ordered alike. */
static void
append_sort_part (GString *key, const char *part)
{
  gsize start = key->len;

  if (part == NULL)
    return;
  if (key->len > 0)
    g_string_append_c (key, ' ');
  muster_text_append_folded (key, part);
  for (gsize i = start; i < key->len;)
    if (key->str[i] == '.')
      g_string_erase (key, i, 1);
    else
      i++;
}

/* Letters and digits only, in small letters; %FALSE if longer than any word we know. */
static gboolean
squeeze (const char *text, char *word, gsize size)
{
  gsize length = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (!g_ascii_isalnum (*p) && (guchar) *p < 0x80)
        continue;
      if (length + 1 == size)
        return FALSE;
      word[length++] = g_ascii_tolower (*p);
    }
  word[length] = '\0';
  return length > 0;
}

static gboolean
find_type_word (const char *word, MusterAssisterType *type)
{
  gsize length = strlen (word);

  for (guint i = 0; i < G_N_ELEMENTS (type_words); i++)
    {
      gsize known;

      if (*word != *type_words[i].word)
        continue;
      known = strlen (type_words[i].word);
      if (strncmp (word, type_words[i].word, known) == 0 && (length == known || (length == known + 1 && word[known] == 's')))
        {
          *type = type_words[i].type;
          return TRUE;
        }
    }
  return FALSE;
}

MusterAssister *
muster_assister_new (void)
{
  MusterAssister *assister = g_new0 (MusterAssister, 1);

  assister->active = TRUE;
  return assister;
}

MusterAssister *
muster_assister_copy (const MusterAssister *assister)
{
  MusterAssister *copy = g_new (MusterAssister, 1);

  *copy = *assister;
  copy->given_name = g_strdup (assister->given_name);
  copy->middle_name = g_strdup (assister->middle_name);
  copy->family_name = g_strdup (assister->family_name);
  copy->suffix = g_strdup (assister->suffix);
  copy->email = g_strdup (assister->email);
  copy->phone = g_strdup (assister->phone);
  copy->other_phones = g_strdup (assister->other_phones);
  copy->phone_written = g_strdup (assister->phone_written);
  copy->npn = g_strdup (assister->npn);
  copy->assister_id = g_strdup (assister->assister_id);
  copy->training_id = g_strdup (assister->training_id);
  copy->admin_id = g_strdup (assister->admin_id);
  copy->licence_number = g_strdup (assister->licence_number);
  copy->county = g_strdup (assister->county);
  copy->languages = g_strdup (assister->languages);
  copy->letter_language = g_strdup (assister->letter_language);
  return copy;
}

void
muster_assister_clear (MusterAssister *assister)
{
  g_free (assister->given_name);
  g_free (assister->middle_name);
  g_free (assister->family_name);
  g_free (assister->suffix);
  g_free (assister->email);
  g_free (assister->phone);
  g_free (assister->other_phones);
  g_free (assister->phone_written);
  g_free (assister->npn);
  g_free (assister->assister_id);
  g_free (assister->training_id);
  g_free (assister->admin_id);
  g_free (assister->licence_number);
  g_free (assister->county);
  g_free (assister->languages);
  g_free (assister->letter_language);
  memset (assister, 0, sizeof *assister);
}

void
muster_assister_free (MusterAssister *assister)
{
  if (assister == NULL)
    return;
  muster_assister_clear (assister);
  g_free (assister);
}

char *
muster_assister_dup_name (const MusterAssister *assister)
{
  GString *name = g_string_sized_new (32);

  append_initial_or_part (name, assister->given_name);
  append_initial_or_part (name, assister->middle_name);
  append_part (name, assister->family_name);
  append_part (name, assister->suffix);
  return g_string_free_and_steal (name);
}

char *
muster_assister_dup_list_name (const MusterAssister *assister)
{
  GString *name = g_string_sized_new (32);

  append_part (name, assister->family_name);
  append_part (name, assister->family_name != NULL ? assister->suffix : NULL);
  if (name->len > 0 && (assister->given_name != NULL || assister->middle_name != NULL))
    g_string_append_c (name, ',');
  append_initial_or_part (name, assister->given_name);
  append_initial_or_part (name, assister->middle_name);
  return g_string_free_and_steal (name);
}

char *
muster_assister_dup_sort_key (const MusterAssister *assister)
{
  GString *key = g_string_sized_new (32);

  append_sort_part (key, assister->family_name);
  if (key->len > 0 && (assister->given_name != NULL || assister->middle_name != NULL))
    g_string_append_c (key, ',');
  append_sort_part (key, assister->given_name);
  append_sort_part (key, assister->middle_name);
  return g_string_free_and_steal (key);
}

char *
muster_assister_dup_code (gint64 id)
{
  return g_strdup_printf ("P-%" G_GINT64_FORMAT, id);
}

gint64
muster_assister_parse_code (const char *text)
{
  guint64 id;

  if (text == NULL || g_ascii_toupper (text[0]) != 'P' || text[1] != '-' || !g_ascii_isdigit (text[2]))
    return 0;
  if (!g_ascii_string_to_unsigned (text + 2, 10, 1, G_MAXINT64, &id, NULL))
    return 0;
  return (gint64) id;
}

const char *
muster_assister_type_to_code (MusterAssisterType type)
{
  int bit = g_bit_nth_lsf (type, -1);

  g_return_val_if_fail (bit >= 0 && bit < MUSTER_N_ASSISTER_TYPES, "");
  return type_codes[bit];
}

const char *
muster_assister_type_get_label (MusterAssisterType type)
{
  int bit = g_bit_nth_lsf (type, -1);

  g_return_val_if_fail (bit >= 0 && bit < MUSTER_N_ASSISTER_TYPES, "");
  return _(type_labels[bit]);
}

gboolean
muster_assister_type_from_text (const char *text, MusterAssisterType *type, GError **error)
{
  char word[48];

  if (text != NULL && squeeze (text, word, sizeof word) && find_type_word (word, type))
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("“%s” is not a role in which people assist. Use one of: broker, navigator, cac, support-staff."),
               text != NULL ? text : "");
  return FALSE;
}

void
muster_agency_free (MusterAgency *agency)
{
  if (agency == NULL)
    return;
  g_free (agency->name);
  g_free (agency);
}

const MusterAffiliation *
muster_affiliation_find_on (GPtrArray *affiliations, const GDate *on)
{
  const MusterAffiliation *current = NULL, *first = NULL;

  for (guint i = 0; i < affiliations->len; i++)
    {
      const MusterAffiliation *affiliation = affiliations->pdata[i];
      gboolean has_ended = g_date_valid (&affiliation->through) && g_date_compare (&affiliation->through, on) < 0;

      if (first == NULL || g_date_compare (&affiliation->from, &first->from) < 0)
        first = affiliation;
      if (g_date_compare (&affiliation->from, on) > 0 || has_ended)
        continue;
      if (current == NULL || g_date_compare (&affiliation->from, &current->from) > 0)
        current = affiliation;
    }
  if (first != NULL && g_date_compare (&first->from, on) > 0)
    return first;
  return current;
}

gboolean
muster_affiliation_find_transfer (GPtrArray *affiliations, const GDate *today, const MusterAffiliation **former, const MusterAffiliation **now, GError **error)
{
  GDate before;

  *former = NULL;
  *now = muster_affiliation_find_on (affiliations, today);
  if (*now != NULL && g_date_get_julian (&(*now)->from) > 1)
    {
      before = (*now)->from;
      g_date_subtract_days (&before, 1);
      *former = muster_affiliation_find_on (affiliations, &before);
    }
  if (*former != NULL && (*former)->agency_id != (*now)->agency_id)
    return TRUE;
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The person did not go from one agency to another, so there is no transfer to tell of."));
  return FALSE;
}

static const MusterAffiliation *
find_newest (GPtrArray *affiliations)
{
  const MusterAffiliation *newest = NULL;

  for (guint i = 0; i < affiliations->len; i++)
    {
      const MusterAffiliation *affiliation = affiliations->pdata[i];

      if (newest == NULL || g_date_compare (&affiliation->from, &newest->from) > 0)
        newest = affiliation;
    }
  return newest;
}

gboolean
muster_affiliation_check_transfer (GPtrArray *affiliations, gint64 agency_id, const GDate *on, GError **error)
{
  const MusterAffiliation *newest = find_newest (affiliations);
  g_autofree char *day = muster_date_dup_text (on);
  g_autofree char *from = newest != NULL ? muster_date_dup_text (&newest->from) : NULL;

  if (newest == NULL || g_date_valid (&newest->through))
    g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The person is with no agency at present, so that there is none to go from. Record the return, or enter the agency."));
  else if (newest->agency_id == agency_id)
    /* Translators: agency, day */
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The person is with “%s” already, from %s."), newest->agency_name != NULL ? newest->agency_name : "", from);
  else if (g_date_compare (on, &newest->from) <= 0)
    /* Translators: day, agency, day */
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("%s is too early: the person is with “%s” from %s. Choose a later day."), day, newest->agency_name != NULL ? newest->agency_name : "", from);
  else
    return TRUE;
  return FALSE;
}

void
muster_affiliation_free (MusterAffiliation *affiliation)
{
  if (affiliation == NULL)
    return;
  g_free (affiliation->agency_name);
  g_free (affiliation);
}
