export default function KioskScreen() {
  return <main />;
}
