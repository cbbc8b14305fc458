/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-password.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-account.h"
#include "gui/muster-gui-error.h"

MusterSecret *
muster_password_take (AdwEntryRow *row)
{
  return muster_secret_new_from_text (gtk_editable_get_text (GTK_EDITABLE (row)));
}

gboolean
muster_password_check_pair (AdwEntryRow *row, AdwEntryRow *again, GtkLabel *label, const char *account, gboolean practice)
{
  const char *password = gtk_editable_get_text (GTK_EDITABLE (row));
  g_autoptr (GError) error = NULL;

  muster_gui_error_clear (GTK_WIDGET (row), label);
  muster_gui_error_clear (GTK_WIDGET (again), label);
  if (!muster_account_check_password (password, account, practice, &error))
    {
      muster_gui_error_mark (GTK_WIDGET (row), label, error->message);
      return FALSE;
    }
  if (strcmp (password, gtk_editable_get_text (GTK_EDITABLE (again))) != 0)
    {
      muster_gui_error_mark (GTK_WIDGET (again), label, _("The two passwords differ. Type the second one again."));
      return FALSE;
    }
  return TRUE;
}
