package org.tctf.usermanagement;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Principal;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Problem;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.web.ETag;
import org.tctf.testing.Refused;
import org.tctf.testing.Workbench;
import org.tctf.usermanagement.adapter.events.OnAccountDeleted;
import org.tctf.usermanagement.adapter.events.OnEmailChanged;
import org.tctf.usermanagement.adapter.store.TableDirectory;
import org.tctf.usermanagement.adapter.store.TableMembers;
import org.tctf.usermanagement.application.CreateMember;
import org.tctf.usermanagement.application.Directory;
import org.tctf.usermanagement.application.EditProfile;
import org.tctf.usermanagement.application.EraseMember;
import org.tctf.usermanagement.application.ListMembers;
import org.tctf.usermanagement.application.LookUpMember;
import org.tctf.usermanagement.application.MoveMember;
import org.tctf.usermanagement.application.ShowProfile;
import org.tctf.usermanagement.domain.Card;
import org.tctf.usermanagement.domain.CountryCode;
import org.tctf.usermanagement.domain.MembershipName;
import org.tctf.usermanagement.domain.Plan;
import org.tctf.usermanagement.domain.ProfileChange;
import org.tctf.usermanagement.domain.ProfileField;
import org.tctf.usermanagement.domain.SeenMember;
import org.tctf.usermanagement.domain.SignUp;

/** The sentences as plain calls of the use cases. */
class UserManagementPlainTest extends UserManagementBehaviour {

    @Override
    UserManagement start() {
        return new Plain(Workbench.of(UserManagementService.DEFINITION));
    }

    private record Plain(Workbench bench) implements UserManagement {

        @Override
        public void signUpConfirmed(SignUp signUp) {
            new CreateMember(members(), bench.clock()).create(signUp);
        }

        @Override
        public void accountDeleted(String memberId) {
            bench.deliver(
                    new OnAccountDeleted(new EraseMember(members())), new OnAccountDeleted.AccountDeleted(memberId));
        }

        @Override
        public void emailChanged(String memberId, String email, Duration ago) {
            var consumer = new OnEmailChanged(new MoveMember(members()));
            Envelope now = bench.envelope(consumer, new OnEmailChanged.EmailChanged(memberId, new EmailAddress(email)));
            bench.deliver(
                    consumer,
                    new Envelope(
                            now.id(),
                            now.source(),
                            now.type(),
                            now.version(),
                            now.time().minus(ago),
                            now.subject(),
                            now.dataschema(),
                            now.aggregateVersion(),
                            now.correlationId(),
                            now.causationId(),
                            now.actor(),
                            now.traceparent(),
                            now.data()));
        }

        @Override
        public Seen profile(String memberId, Viewer viewer) {
            return seen(() -> showProfile().show(memberId, caller(viewer)));
        }

        @Override
        public Seen lookUp(String membershipName, Viewer viewer) {
            LookUpMember lookUpMember = new LookUpMember(new TableDirectory(bench.tables()), showProfile());
            return seen(() -> lookUpMember.lookUp(new MembershipName(membershipName), caller(viewer)));
        }

        @Override
        public Seen edit(Viewer editor, String memberId, @Nullable Long version, ProfileChange change) {
            EditProfile editProfile = new EditProfile(members(), bench.clock());
            String ifMatch = version == null ? null : ETag.of(version);
            return seen(() -> editProfile.edit(caller(editor), memberId, ifMatch, change));
        }

        @Override
        public List<String> list(@Nullable String country, @Nullable Plan plan, @Nullable String name) {
            var filter = new Directory.Filter(country == null ? null : new CountryCode(country), plan, name);
            ListMembers listMembers = new ListMembers(new TableDirectory(bench.tables()));
            List<String> names = new ArrayList<>();
            String cursor = null;
            do {
                Page<Card> page = listMembers.list(filter, 2, cursor);
                page.items().forEach(card -> names.add(card.displayName()));
                cursor = page.nextCursor();
            } while (cursor != null);
            return names;
        }

        @Override
        public int published(String type, String memberId) {
            return (int) bench.raised(type).stream()
                    .filter(fact -> fact.subject().equals(memberId))
                    .count();
        }

        @Override
        public void close() {
            bench.close();
        }

        private TableMembers members() {
            return new TableMembers(bench.tables());
        }

        private ShowProfile showProfile() {
            return new ShowProfile(members());
        }

        private @Nullable Principal caller(Viewer viewer) {
            return viewer.memberId() == null
                    ? null
                    : new Principal(
                            viewer.memberId(),
                            Set.of(viewer.roles()),
                            "session",
                            bench.clock().instant());
        }

        private static Seen seen(Supplier<SeenMember> asked) {
            try {
                SeenMember member = asked.get();
                Map<ProfileField, String> fields = new EnumMap<>(ProfileField.class);
                for (ProfileField field : ProfileField.values()) {
                    String text = member.text(field);
                    if (text != null && field != ProfileField.INTERESTS) {
                        fields.put(field, text);
                    }
                }
                return new Seen(
                        member.member().memberId(),
                        member.member().version(),
                        member.seesEverything()
                                ? Optional.of(member.member().email().value())
                                : Optional.empty(),
                        fields);
            } catch (Problem refused) {
                throw new Refused(refused.code());
            }
        }
    }
}
