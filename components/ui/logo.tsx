/** The product's logo: a dial with a highlighted end. */
export function Logo() {
  return (
    <svg class="dial" viewBox="0 0 96 80" aria-hidden="true">
      <path class="ground" d="M22 69A30 30 0 0 1 60.7 26.8" />
      <path class="end" d="M75.2 41.3A30 30 0 0 1 74 69" />
      <path class="needle" d="M44.5 50.5 70.6 31.4 51.5 57.5Z" />
      <circle class="hub" cx="48" cy="54" r="7" />
    </svg>
  );
}
