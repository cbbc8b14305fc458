/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-accounts-page.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-account-dialog.h"
#include "gui/muster-account-tie-dialog.h"
#include "gui/muster-gui-error.h"
#include "gui/muster-row-group.h"
#include "store/muster-account-table.h"
#include "store/muster-own-person-query.h"

struct _MusterAccountsPage
{
  AdwNavigationPage parent_instance;

  MusterStore *store;
  GPtrArray *accounts; /* (element-type MusterAccount), in the order of the rows */
  MusterRowGroup *group;
  AdwBanner *single_banner;
};

G_DEFINE_FINAL_TYPE (MusterAccountsPage, muster_accounts_page, ADW_TYPE_NAVIGATION_PAGE)

static void
row_activated_cb (AdwActionRow *row, MusterAccountsPage *self)
{
  const MusterAccount *account = g_object_get_data (G_OBJECT (row), "account");

  adw_dialog_present (muster_account_dialog_new (self->store, account), GTK_WIDGET (self));
}

/* Returns: (transfer full): the second line of an account; the third says whom of the roster it is, where it is somebody or that was said. */
static char *
dup_subtitle (MusterDatabase *database, const MusterAccount *account)
{
  g_autofree char *first = g_strdup_printf ("%s · %s", account->name, muster_role_get_label (account->role)), *tie = NULL;
  g_autoptr (GArray) people = muster_own_person_query_list (database, account, MUSTER_OWN_NAMES_OF_CASES, NULL);

  if (people == NULL || (people->len == 0 && !account->person_said))
    return g_steal_pointer (&first);
  tie = muster_account_tie_dup_text (database, account);
  /* Translators: account and role; people of the roster */
  return g_strdup_printf (_("%s\nOn the roster: %s"), first, tie);
}

static void
add_row (MusterAccountsPage *self, MusterDatabase *database, MusterAccount *account)
{
  g_autofree char *subtitle = dup_subtitle (database, account);
  AdwActionRow *row = muster_row_group_add_text (self->group, account->full_name, subtitle);

  if (account->id == muster_store_get_account (self->store)->id)
    {
      GtkWidget *you = gtk_label_new (_("You"));

      gtk_widget_add_css_class (you, "dim-label");
      adw_action_row_add_suffix (row, you);
    }
  if (account->disabled)
    {
      GtkWidget *disabled = gtk_label_new (_("Disabled"));

      gtk_widget_add_css_class (GTK_WIDGET (row), "dim-label");
      adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("action-unavailable-symbolic"));
      adw_action_row_add_suffix (row, disabled);
    }
  g_object_set_data (G_OBJECT (row), "account", account);
  adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, 0);
}

static void
fill (MusterAccountsPage *self, MusterDatabase *database, GPtrArray *accounts)
{
  guint administrators = 0;

  muster_row_group_begin (self->group);
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  self->accounts = g_ptr_array_ref (accounts);
  for (guint i = 0; i < accounts->len; i++)
    {
      MusterAccount *account = accounts->pdata[i];

      add_row (self, database, account);
      if (account->role == MUSTER_ROLE_ADMINISTRATOR && !account->disabled)
        administrators++;
    }
  muster_row_group_end (self->group);
  adw_banner_set_revealed (self->single_banner, administrators < 2);
}

static void
refresh_cb (MusterAccountsPage *self)
{
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (self->store, &error);
  g_autoptr (GPtrArray) accounts = NULL;

  if (database != NULL)
    {
      accounts = muster_account_table_list (database, &error);
      if (accounts != NULL)
        fill (self, database, accounts);
      muster_store_read_done (self->store, database);
    }
  if (accounts == NULL)
    muster_gui_error_show (GTK_WIDGET (self), error);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterAccountsPage *self = MUSTER_ACCOUNTS_PAGE (widget);

  adw_dialog_present (muster_account_dialog_new (self->store, NULL), widget);
}

static void
muster_accounts_page_dispose (GObject *object)
{
  MusterAccountsPage *self = MUSTER_ACCOUNTS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_ACCOUNTS_PAGE);
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (muster_accounts_page_parent_class)->dispose (object);
}

static void
muster_accounts_page_class_init (MusterAccountsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (MUSTER_TYPE_ROW_GROUP);
  G_OBJECT_CLASS (klass)->dispose = muster_accounts_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-accounts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterAccountsPage, group);
  gtk_widget_class_bind_template_child (widget_class, MusterAccountsPage, single_banner);
  gtk_widget_class_install_action (widget_class, "accounts.add", NULL, add_action);
}

static void
muster_accounts_page_init (MusterAccountsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
muster_accounts_page_new (MusterStore *store)
{
  MusterAccountsPage *self = g_object_new (MUSTER_TYPE_ACCOUNTS_PAGE, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (refresh_cb), self, G_CONNECT_SWAPPED);
  refresh_cb (self);
  return ADW_NAVIGATION_PAGE (self);
}
