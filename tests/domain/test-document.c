/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-document.h"
#include "domain/muster-error.h"

#define EVIDENCE MUSTER_DOCUMENT_EVIDENCE
#define POLICY MUSTER_DOCUMENT_POLICY

/* @type: %NULL where it is refused; then @named stands in the message. */
static const struct
{
  MusterDocumentUse use;
  const char *file_name;
  const char *content;
  gsize size;
  const char *type;
  const char *named;
} cases[] = {
  { EVIDENCE, "certificate.pdf", "%PDF-1.7\n", 9, "application/pdf", NULL },
  { EVIDENCE, "CERTIFICATE.PDF", "%PDF-1.7\n", 9, "application/pdf", NULL },
  { EVIDENCE, "scan.jpg", "\xff\xd8\xff\xe0", 4, "image/jpeg", NULL },
  { EVIDENCE, "scan.jpeg", "\xff\xd8\xff\xe0", 4, "image/jpeg", NULL },
  { EVIDENCE, "scan.png", "\x89PNG\r\n\x1a\n", 8, "image/png", NULL },
  { EVIDENCE, "note.txt", "Seen on the state’s site.", 27, "text/plain", NULL },
  { EVIDENCE, "scan.pdf", "\xff\xd8\xff\xe0", 4, NULL, "image/jpeg" },
  { EVIDENCE, "note.txt", "%PDF-1.7\n", 9, NULL, "application/pdf" },
  { EVIDENCE, "certificate", "%PDF-1.7\n", 9, NULL, "certificate" },
  { EVIDENCE, "tool.pdf", "MZ\x90\0\x03", 5, NULL, "tool.pdf" },
  { EVIDENCE, "note.txt", "\xe9t\xe9", 3, NULL, "note.txt" },
  { EVIDENCE, "empty.pdf", "", 0, NULL, "empty" },
  { EVIDENCE, "a/b.pdf", "%PDF-1.7\n", 9, NULL, "folder" },
  { EVIDENCE, "", "%PDF-1.7\n", 9, NULL, "name" },
  { EVIDENCE, "123-45-6789.pdf", "%PDF-1.7\n", 9, NULL, "social security" },
  { EVIDENCE, "note.txt", "Ana, 123-45-6789", 16, NULL, "social security" },
  { POLICY, "notice.pdf", "%PDF-1.7\n", 9, "application/pdf", NULL },
  { POLICY, "notice.md", "# Notice", 8, "text/plain", NULL },
  { POLICY, "notice.png", "\x89PNG\r\n\x1a\n", 8, NULL, "neither a PDF nor plain text" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) content = g_bytes_new_static (cases[i].content, cases[i].size);
      g_autoptr (GError) error = NULL;
      const char *type = muster_document_check (cases[i].use, cases[i].file_name, content, &error);

      g_test_message ("%s: %s", cases[i].file_name, type != NULL ? type : error->message);
      g_assert_cmpstr (type, ==, cases[i].type);
      if (cases[i].type != NULL)
        continue;
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, cases[i].named));
    }
}

static void
test_size (void)
{
  g_autofree char *data = g_malloc (MUSTER_DOCUMENT_MAX_SIZE + 1);
  g_autoptr (GBytes) largest = NULL, larger = NULL;
  g_autoptr (GError) error = NULL;

  memset (data, 'a', MUSTER_DOCUMENT_MAX_SIZE + 1);
  largest = g_bytes_new_static (data, MUSTER_DOCUMENT_MAX_SIZE);
  larger = g_bytes_new_static (data, MUSTER_DOCUMENT_MAX_SIZE + 1);
  g_assert_cmpstr (muster_document_check (POLICY, "notice.txt", largest, NULL), ==, "text/plain");
  g_assert_null (muster_document_check (POLICY, "notice.txt", larger, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "notice.txt"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/document/cases", test_cases);
  g_test_add_func ("/domain/document/size", test_size);
  return g_test_run ();
}
