import { deleteDB } from 'idb';

/**
 * Deletes a database of any version, also a damaged one. Waits until the last page has closed it; false if the browser
 * rejects the deletion.
 */
export async function deleteDatabase(name: string): Promise<boolean> {
  try {
    await deleteDB(name);
    return true;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}
