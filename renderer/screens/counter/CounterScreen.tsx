export default function CounterScreen() {
  return <main />;
}
