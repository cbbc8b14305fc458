/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-attachment.h"

#include "domain/muster-error.h"

#define FIFTY "Lorem ipsum dolor sit amet, consectetur adipiscing"

static void
test_check (void)
{
  static const struct
  {
    const char *title;
    const char *reason;
    int code; /* -1: it will do */
  } cases[] = {
    { "A photograph", "Sent by the bus company", -1 },
    { NULL, "Sent by the bus company", -1 },
    { "Số 12 đường Hùng Vương", "Gửi đến", -1 },
    { FIFTY FIFTY FIFTY FIFTY, "Sent", -1 },
    { FIFTY FIFTY FIFTY FIFTY "x", "Sent", MUSTER_ERROR_INVALID },
    { "A\xff", "Sent", MUSTER_ERROR_INVALID },
    { "Form of 219-09-9999", "Sent", MUSTER_ERROR_RULE },
    { "A photograph", "Of 219-09-9999", MUSTER_ERROR_RULE },
    { "A photograph", NULL, MUSTER_ERROR_RULE },
    { "A photograph", " \n", MUSTER_ERROR_RULE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      g_assert_cmpint (muster_attachment_check (cases[i].title, cases[i].reason, &error), ==, cases[i].code < 0);
      if (cases[i].code >= 0)
        g_assert_error (error, MUSTER_ERROR, cases[i].code);
    }
}

static GPtrArray *
make_list (guint n)
{
  GPtrArray *attachments = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_attachment_free);

  for (guint i = 0; i < n; i++)
    {
      MusterAttachment *attachment = g_new0 (MusterAttachment, 1);

      attachment->place = i + 1;
      attachment->document = g_new0 (MusterDocument, 1);
      attachment->document->file_name = g_strdup_printf ("page-%u.pdf", i + 1);
      g_ptr_array_add (attachments, attachment);
    }
  return attachments;
}

static void
test_withdraw (void)
{
  g_autoptr (GPtrArray) list = make_list (1);
  MusterAttachment *attachment = list->pdata[0];
  g_autoptr (GError) blank = NULL, twice = NULL;

  g_assert_cmpstr (muster_attachment_get_title (attachment), ==, "page-1.pdf");
  attachment->title = g_strdup ("The first page");
  g_assert_cmpstr (muster_attachment_get_title (attachment), ==, "The first page");
  g_assert_true (muster_attachment_check_withdraw (attachment, "Of another incident", NULL));
  g_assert_false (muster_attachment_check_withdraw (attachment, "", &blank));
  g_assert_error (blank, MUSTER_ERROR, MUSTER_ERROR_RULE);
  attachment->withdrawn_at = 1;
  g_assert_false (muster_attachment_check_withdraw (attachment, "Of another incident", &twice));
  g_assert_error (twice, MUSTER_ERROR, MUSTER_ERROR_RULE);
  g_assert_nonnull (strstr (twice->message, "The first page"));
}

static void
test_find (void)
{
  static const struct
  {
    const char *place;
    guint found;
    int code;
  } cases[] = { { "1", 1, -1 }, { "2", 2, -1 }, { "3", 0, MUSTER_ERROR_NOT_FOUND }, { "0", 0, MUSTER_ERROR_INVALID }, { "-1", 0, MUSTER_ERROR_INVALID }, { "", 0, MUSTER_ERROR_INVALID }, { "page-1.pdf", 0, MUSTER_ERROR_INVALID } };
  g_autoptr (GPtrArray) list = make_list (2);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      const MusterAttachment *found = muster_attachment_find (list, cases[i].place, &error);

      g_assert_cmpuint (found != NULL ? found->place : 0, ==, cases[i].found);
      if (cases[i].code >= 0)
        g_assert_error (error, MUSTER_ERROR, cases[i].code);
    }
}

/* What verification accepts: attached to what there is, and withdrawn once, with a reason. */
static void
test_rows (void)
{
  static const struct
  {
    MusterAttachmentRowChange row; /* new, incident, document, was withdrawn, is withdrawn, reason */
    gboolean ok;
  } cases[] = {
    { { TRUE, TRUE, TRUE, FALSE, FALSE, FALSE }, TRUE },
    { { TRUE, FALSE, TRUE, FALSE, FALSE, FALSE }, FALSE },
    { { TRUE, TRUE, FALSE, FALSE, FALSE, FALSE }, FALSE },
    { { TRUE, TRUE, TRUE, FALSE, TRUE, TRUE }, FALSE },
    { { FALSE, TRUE, TRUE, FALSE, TRUE, TRUE }, TRUE },
    { { FALSE, TRUE, TRUE, FALSE, TRUE, FALSE }, FALSE },
    { { FALSE, TRUE, TRUE, TRUE, TRUE, TRUE }, FALSE },
    { { FALSE, TRUE, TRUE, TRUE, FALSE, FALSE }, FALSE },
    { { FALSE, TRUE, TRUE, FALSE, FALSE, FALSE }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      g_assert_cmpint (muster_change_rule_check_attachment (&cases[i].row, &error), ==, cases[i].ok);
      if (!cases[i].ok)
        g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/attachment/check", test_check);
  g_test_add_func ("/attachment/withdraw", test_withdraw);
  g_test_add_func ("/attachment/find", test_find);
  g_test_add_func ("/attachment/rows", test_rows);
  return g_test_run ();
}
