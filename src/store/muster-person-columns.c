/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-person-columns.h"

#define COLUMN(name, field) { #name, G_STRUCT_OFFSET (MusterAssister, name), field }

const MusterPersonColumn muster_person_columns[MUSTER_N_PERSON_COLUMNS] = {
  COLUMN (given_name, MUSTER_FIELD_GIVEN_NAME),
  COLUMN (middle_name, MUSTER_FIELD_MIDDLE_NAME),
  COLUMN (family_name, MUSTER_FIELD_FAMILY_NAME),
  COLUMN (suffix, MUSTER_FIELD_SUFFIX),
  COLUMN (email, MUSTER_FIELD_EMAIL),
  COLUMN (phone, MUSTER_FIELD_PHONE),
  COLUMN (npn, MUSTER_FIELD_NPN),
  COLUMN (assister_id, MUSTER_FIELD_ASSISTER_ID),
  COLUMN (training_id, MUSTER_FIELD_TRAINING_ID),
  COLUMN (admin_id, MUSTER_FIELD_ADMIN_ID),
  COLUMN (licence_number, MUSTER_FIELD_LICENCE_NUMBER),
  COLUMN (county, MUSTER_FIELD_COUNTY),
  COLUMN (languages, MUSTER_FIELD_LANGUAGES),
  COLUMN (letter_language, MUSTER_FIELD_LETTER_LANGUAGE),
  COLUMN (other_phones, MUSTER_FIELD_OTHER_PHONE),
  COLUMN (phone_written, MUSTER_FIELD_IGNORE),
};

char **
muster_person_column_get (MusterAssister *person, guint i)
{
  return &G_STRUCT_MEMBER (char *, person, muster_person_columns[i].offset);
}
