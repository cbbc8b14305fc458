/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-assister.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "domain/muster-identifier.h"
#include "domain/muster-letter-language.h"
#include "domain/muster-person-name.h"
#include "domain/muster-phone-list.h"
#include "domain/muster-text.h"

#define MAX_TEXT 200
#define MAX_LIST 500

typedef struct
{
  gsize offset;
  gboolean (*check) (const char *text, char **kept, GError **error); /* %NULL for plain text */
} Field;

static const Field fields[] = {
  { G_STRUCT_OFFSET (MusterAssister, given_name), NULL },
  { G_STRUCT_OFFSET (MusterAssister, middle_name), NULL },
  { G_STRUCT_OFFSET (MusterAssister, family_name), NULL },
  { G_STRUCT_OFFSET (MusterAssister, suffix), NULL },
  { G_STRUCT_OFFSET (MusterAssister, email), muster_identifier_check_email },
  { G_STRUCT_OFFSET (MusterAssister, phone), muster_identifier_check_phone },
  { G_STRUCT_OFFSET (MusterAssister, other_phones), muster_phone_list_check },
  { G_STRUCT_OFFSET (MusterAssister, npn), muster_identifier_check_npn },
  { G_STRUCT_OFFSET (MusterAssister, assister_id), muster_identifier_check_assister_id },
  { G_STRUCT_OFFSET (MusterAssister, training_id), muster_identifier_check_training_id },
  { G_STRUCT_OFFSET (MusterAssister, admin_id), muster_identifier_check_admin_id },
  { G_STRUCT_OFFSET (MusterAssister, licence_number), NULL },
  { G_STRUCT_OFFSET (MusterAssister, county), NULL },
  { G_STRUCT_OFFSET (MusterAssister, languages), NULL },
  { G_STRUCT_OFFSET (MusterAssister, letter_language), muster_letter_language_check },
};

static char **
get_field (const MusterAssister *person, guint index)
{
  return (char **) ((char *) person + fields[index].offset);
}

/* @bare: nine digits alone are no such value, and so could be one. */
static gboolean
check_text (const char *text, guint max, gboolean bare, GError **error)
{
  if (muster_identifier_may_hold_ssn (text, bare))
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The text holds what looks like a social security number. Muster never keeps one: take it out."));
      return FALSE;
    }
  if (g_utf8_strlen (text, -1) <= max)
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("“%.40s…” is too long: at most %d characters are kept."), text, max);
  return FALSE;
}

static gboolean
check_field (MusterAssister *person, guint index, GError **error)
{
  char **value = get_field (person, index);
  g_autofree char *tidy = muster_text_dup_tidy (*value);
  char *kept = NULL;

  g_clear_pointer (value, g_free);
  if (tidy == NULL)
    return TRUE;
  if (fields[index].check == NULL)
    {
      *value = g_steal_pointer (&tidy);
      return check_text (*value, fields[index].offset == G_STRUCT_OFFSET (MusterAssister, languages) ? MAX_LIST : MAX_TEXT,
                         fields[index].offset != G_STRUCT_OFFSET (MusterAssister, licence_number), error);
    }
  if (!fields[index].check (tidy, &kept, error))
    return FALSE;
  *value = kept;
  return TRUE;
}

/* What a file wrote is of interest as long as it is this phone that it wrote. */
static void
settle_written_phone (MusterAssister *person)
{
  g_autoptr (GPtrArray) phones = NULL;

  if (person->phone_written == NULL)
    return;
  phones = muster_phone_list_read (person->phone_written, NULL);
  if (person->phone == NULL || !g_ptr_array_find_with_equal_func (phones, person->phone, g_str_equal, NULL))
    g_clear_pointer (&person->phone_written, g_free);
}

gboolean
muster_assister_check (MusterAssister *person, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!check_field (person, i, error))
      return FALSE;
  muster_person_name_tidy (person, NULL);
  settle_written_phone (person);
  return muster_assister_check_known (person, error);
}

gboolean
muster_agency_check_name (const char *name, GError **error)
{
  if (muster_text_is_blank (name))
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("An agency needs a name. Write it as its people do."));
      return FALSE;
    }
  return check_text (name, MAX_TEXT, TRUE, error);
}

gboolean
muster_assister_check_known (const MusterAssister *person, GError **error)
{
  if (person->family_name == NULL && person->given_name == NULL)
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("A person needs a name."));
      return FALSE;
    }
  if (person->npn == NULL && person->assister_id == NULL && person->training_id == NULL && person->admin_id == NULL && person->email == NULL)
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("Nothing is given to know the person by. Enter an NPN, Assister ID, Training ID, Admin ID or e-mail address."));
      return FALSE;
    }
  return TRUE;
}

gboolean
muster_assister_equal (const MusterAssister *a, const MusterAssister *b)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_strcmp0 (*get_field (a, i), *get_field (b, i)) != 0)
      return FALSE;
  return !a->active == !b->active;
}

static gboolean
merge_text (char **wanted, const char *shown, const char *now, GError **error)
{
  if (g_strcmp0 (*wanted, shown) == 0)
    {
      g_set_str (wanted, now);
      return TRUE;
    }
  if (g_strcmp0 (now, shown) == 0 || g_strcmp0 (now, *wanted) == 0)
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_CONFLICT, _("Somebody else has changed “%s” to “%s” meanwhile. Nothing was saved: look at the record as it is now, and change it again if it is still wrong."),
               shown != NULL ? shown : "", now != NULL ? now : "");
  return FALSE;
}

gboolean
muster_assister_merge (MusterAssister *wanted, const MusterAssister *shown, const MusterAssister *now, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!merge_text (get_field (wanted, i), *get_field (shown, i), *get_field (now, i), error))
      return FALSE;
  if (!wanted->active == !shown->active)
    wanted->active = now->active;
  return TRUE;
}
