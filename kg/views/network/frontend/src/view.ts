// One drawing's nodes and edges as columns, found by thing. Only where nodes stand and how large they are can change.
import type { Edge, Node, ViewName, Way } from "./payload";

export interface View {
  readonly name: ViewName | "between";
  /** Of each node: its thing. */
  readonly things: Int32Array;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly radius: Float32Array;
  /** Where nodes stand and how large they are of themselves. */
  readonly home: { readonly x: Float32Array; readonly y: Float32Array; readonly radius: Float32Array };
  readonly community: Int32Array;
  readonly between: Float32Array;
  /** Of each edge: its two nodes and the ways between them. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly ways: readonly (readonly Way[])[];
  /** Of each node: its edges. */
  readonly edgesOf: readonly (readonly number[])[];
  readonly nodeOf: ReadonlyMap<number, number>;
  /** Things that stand for no node but join nodes. */
  readonly across: ReadonlySet<number>;
}

export function indexView(name: View["name"], { nodes, edges }: { nodes: readonly Node[]; edges: readonly Edge[] }): View {
  const edgesOf: number[][] = nodes.map(() => []);
  edges.forEach(([from, to], edge) => {
    edgesOf[from].push(edge);
    edgesOf[to].push(edge);
  });
  return {
    name,
    things: Int32Array.from(nodes, (node) => node[0]),
    x: Float32Array.from(nodes, (node) => node[1]),
    y: Float32Array.from(nodes, (node) => node[2]),
    radius: Float32Array.from(nodes, (node) => node[3]),
    home: { x: Float32Array.from(nodes, (node) => node[1]), y: Float32Array.from(nodes, (node) => node[2]), radius: Float32Array.from(nodes, (node) => node[3]) },
    community: Int32Array.from(nodes, (node) => node[4]),
    between: Float32Array.from(nodes, (node) => node[5]),
    from: Int32Array.from(edges, (edge) => edge[0]),
    to: Int32Array.from(edges, (edge) => edge[1]),
    ways: edges.map((edge) => edge[2]),
    edgesOf,
    nodeOf: new Map(nodes.map((node, number) => [node[0], number])),
    across: new Set(edges.flatMap(([, , ways]) => ways.map(([via]) => via)).filter((via) => via >= 0)),
  };
}

export function otherEnd(view: View, edge: number, node: number): number {
  return view.from[edge] === node ? view.to[edge] : view.from[edge];
}

/** The edge between two things, -1 where the view has none. */
export function edgeBetween(view: View, one: number, other: number): number {
  const node = view.nodeOf.get(one);
  const end = view.nodeOf.get(other);
  if (node === undefined || end === undefined) return -1;
  return view.edgesOf[node].find((edge) => otherEnd(view, edge, node) === end) ?? -1;
}
