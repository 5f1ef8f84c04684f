import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { carryToken, contentOf, hub, whenSignedOut } from '../../api/client';
import { Problem } from '../../api/problem';
import { keys } from '../../api/queries';
import type { Role, Session } from '../../api/types';
import { wipeDevice } from '../plans/offline/device';

interface SessionState {
  /** Undefined while it is asked for, null when nobody is signed in. */
  session: Session | null | undefined;
  error: unknown;
  /** The session ended while somebody was at work: the page stays, and asks to sign in again. */
  ended: boolean;
  retry: () => void;
  signIn: (account: string, password: string) => Promise<void>;
  signOut: () => Promise<void>;
}

const SessionContext = createContext<SessionState | null>(null);

async function fetchSession(): Promise<Session | null> {
  try {
    return await contentOf(hub.GET('/session'));
  } catch (error) {
    if (Problem.of(error).status === 401) return null;
    throw error;
  }
}

/** Knows who is signed in and keeps the token that every change must carry. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const [ended, setEnded] = useState(false);
  const asked = useQuery({ queryKey: keys.session, queryFn: fetchSession, staleTime: Number.POSITIVE_INFINITY });
  const session = asked.data;
  carryToken(session?.csrfToken ?? '');

  useEffect(() => whenSignedOut(() => setEnded(true)), []);

  const state = useMemo<SessionState>(
    () => ({
      session,
      error: asked.error,
      ended,
      retry: () => void asked.refetch(),
      signIn: async (account, password) => {
        const signedIn = await contentOf(hub.POST('/session', { body: { account, password } }));
        const other = session && session.account !== signedIn.account;
        carryToken(signedIn.csrfToken);
        queries.setQueryData(keys.session, signedIn);
        setEnded(false);
        // What another person saw is not this person's to see.
        if (other) queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
        else await queries.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
      },
      signOut: async () => {
        // First what lies on the device: it has to go even when the hub cannot be told.
        await wipeDevice();
        await contentOf(hub.DELETE('/session'));
        queries.setQueryData(keys.session, null);
        queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' && query.queryKey[0] !== 'hub' });
        setEnded(false);
      },
    }),
    [session, asked.error, asked.refetch, ended, queries],
  );
  return <SessionContext value={state}>{children}</SessionContext>;
}

export function useSessionState(): SessionState {
  const state = useContext(SessionContext);
  if (!state) throw new Error('no session is given around this component');
  return state;
}

/** The person at work. Only inside the signed-in part of the console. */
export function useSession(): Session {
  const { session } = useSessionState();
  if (!session) throw new Error('nobody is signed in');
  return session;
}

/** Whether a person has one of these roles. The server decides; this only spares a vain attempt. */
export function hasRole(session: Session, ...roles: Role[]): boolean {
  return session.roles.some((role) => roles.includes(role));
}
