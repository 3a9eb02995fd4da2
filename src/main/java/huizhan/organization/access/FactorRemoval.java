package huizhan.organization.access;

import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Giving up one's own second factor, for those who need none. */
@Service
class FactorRemoval {
    private final Credentials credentials;
    private final SecondFactor secondFactor;
    private final Audit audit;

    FactorRemoval(Credentials credentials, SecondFactor secondFactor, Audit audit) {
        this.credentials = credentials;
        this.secondFactor = secondFactor;
        this.audit = audit;
    }

    /** Whether it is given up: never by someone who must have one, nor without the password. */
    @Transactional boolean remove(Actor by, String password) {
        var subject = "account:" + by.account();
        if (!secondFactor.mayDrop(by.roles()) || !credentials.isPassword(by.account(), password)) {
            audit.refused(by, "factor.removal-refused", subject, Map.of());
            return false;
        }
        credentials.dropFactor(by.account());
        audit.record(by, "factor.removed", subject, Map.of());
        return true;
    }
}
