/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/harness-register.h"

#include "store/muster-register.h"

char *
harness_register_new (gboolean practice, gboolean keyring)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *place = g_dir_make_tmp ("muster-gui-XXXXXX", &error);
  char *folder = g_build_filename (place, "Riverside.muster", NULL);
  g_autoptr (MusterSecret) password = muster_secret_new_from_text (practice ? HARNESS_PASSWORD : HARNESS_REAL_PASSWORD);
  const MusterRegisterPlan plan = {
    .folder = folder,
    .agency = "Riverside Community Health",
    .account = HARNESS_ACCOUNT,
    .full_name = "Alex Morgan",
    .password = password,
    .keyring = keyring,
    .practice = practice,
  };
  g_autoptr (MusterSecret) recovery_key = muster_register_create (&plan, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (recovery_key);
  return folder;
}

MusterStore *
harness_store_open (const char *folder, const char *account)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterSecret) password = muster_secret_new_from_text (HARNESS_PASSWORD);
  MusterStore *store = muster_store_open (folder, account, password, NULL, &error);

  g_assert_no_error (error);
  return store;
}

MusterStore *
harness_store_new (void)
{
  g_autofree char *folder = harness_register_new (TRUE, FALSE);

  return harness_store_open (folder, HARNESS_ACCOUNT);
}
