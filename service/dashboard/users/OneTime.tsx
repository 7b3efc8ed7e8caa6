import { useAccountWords } from "../language.tsx";
import type { Handed } from "../pages/UsersPage.tsx";
import { instantText } from "../ui/format.ts";

/** A link that is shown once, to be handed over. */
export function OneTime({ link }: { link: Handed }) {
  const words = useAccountWords().users;
  return (
    <div className="notice" role="status">
      <p>
        <b>{words.link}</b>
      </p>
      <p>{words.linkLead(link.name)}</p>
      <p>
        <code className="breaks">{link.address}</code>
      </p>
      <p className="faint">{words.expires(instantText(link.expiresAt))}</p>
    </div>
  );
}
